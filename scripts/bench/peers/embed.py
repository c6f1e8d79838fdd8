"""Embeds the texts of a job file with onnxruntime, sorted by length, at its best batch size of a few.

Says what it opened on one line of JSON, then embeds all texts once for each line it reads, and says the seconds.
"""

import base64
import json
import sys
import time

import numpy
import onnxruntime
import tokenizers

ROWS = (8, 4, 16, 32, 64)
SAMPLE = 64
TRIAL = 512

with open(sys.argv[1], encoding="utf-8") as file:
    job = json.load(file)
texts = job["texts"]

tokenizer = tokenizers.Tokenizer.from_file(job["tokenizer"])
tokenizer.no_padding()
tokenizer.enable_truncation(job["maxTokens"])

options = onnxruntime.SessionOptions()
options.intra_op_num_threads = job["threads"]
options.add_session_config_entry("session.x64quantprecision", "1")
session = onnxruntime.InferenceSession(job["graph"], options, providers=["CPUExecutionProvider"])


def embed(texts, rows):
    encoded = [encoding.ids for encoding in tokenizer.encode_batch(texts)]
    order = sorted(range(len(encoded)), key=lambda i: len(encoded[i]))
    vectors = numpy.empty((len(texts), job["dimensions"]), numpy.float32)
    for start in range(0, len(order), rows):
        batch = order[start : start + rows]
        width = len(encoded[batch[-1]])
        ids = numpy.full((len(batch), width), job["padId"], numpy.int64)
        mask = numpy.zeros((len(batch), width), numpy.int64)
        for r, i in enumerate(batch):
            ids[r, : len(encoded[i])] = encoded[i]
            mask[r, : len(encoded[i])] = 1
        (vectors[batch],) = session.run([job["output"]], {"input_ids": ids, "attention_mask": mask})
    return vectors / numpy.linalg.norm(vectors, axis=1, keepdims=True)


def seconds(texts, rows):
    start = time.perf_counter()
    embed(texts, rows)
    return time.perf_counter() - start


def say(**values):
    print(json.dumps(values), flush=True)


sample = embed(texts[:SAMPLE], ROWS[0])
best = min(ROWS, key=lambda rows: seconds(texts[:TRIAL], rows))
say(about=f"onnxruntime {onnxruntime.__version__}, {best} rows a batch", sample=base64.b64encode(sample.tobytes()).decode())
for _ in sys.stdin:
    say(seconds=seconds(texts, best))
