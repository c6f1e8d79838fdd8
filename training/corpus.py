"""Read the folder of training data, and check that it is complete.

Command line: python corpus.py DATA
"""

import argparse
import csv
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

COCO_MINI = "captions/coco2017-mini-en.json"
MULTI30K_TRAIN = "captions/multi30k-train-en.json"
MULTI30K_VALID = "captions/multi30k-val-en.json"
YJ_CAPTIONS = "captions/yj-ja.json"
JSICK_TRAIN = "sts/jsick-train.tsv"
JSTS_TRAIN = "sts/jsts-train.tsv"
JSTS_VALID = "sts/jsts-valid.tsv"
TANAKA = "parallel/tanaka-en-ja.tsv"

CAPTION_FILES = (YJ_CAPTIONS, MULTI30K_TRAIN, MULTI30K_VALID, COCO_MINI)
ROW_FILES = (JSTS_TRAIN, JSTS_VALID, JSICK_TRAIN, TANAKA)

HELD_OUT_TANAKA = 2000
"""So many pairs at the end of the Tanaka file are for evaluation and never trained on."""

Row = list[str]
Caption = tuple[int, str]
"""(image id, caption)"""


def read_rows(path: Path) -> list[Row]:
    """The rows of a tab-separated file in which quotes have no meaning."""
    with open(path, encoding="utf8", newline="") as file:
        return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def read_jsick(path: Path) -> list[Row]:
    """Rows of JSICK without the header.

    Columns: score_ja, score_en, label_ja, label_en, a_ja, b_ja, a_en, b_en; scores from 1 to 5.
    """
    return read_rows(path)[1:]


def read_captions(path: Path) -> list[Caption]:
    """The captions of a file in COCO caption format, in its order."""
    with open(path, encoding="utf8") as file:
        annotations = json.load(file)["annotations"]
    return [(annotation["image_id"], annotation["caption"]) for annotation in annotations]


def join_english_tokens(english: str) -> str:
    """Undo the tokenisation of the Tanaka file: "i can 't go ." becomes "i can't go."."""
    for ending in ("n't", "'t", "'m", "'s", "'re", "'ll", "'ve"):
        english = english.replace(" " + ending, ending)
    return re.sub(r"\s+([.,!?;:'])", r"\1", english)


def vocabulary_sentences(data: Path) -> Iterator[str]:
    """Every sentence on which the vocabulary is chosen.

    That is all training text, and also two texts that training itself never sees: the
    validation captions of Multi30k and the Tanaka pairs kept for evaluation.
    """
    for name in (YJ_CAPTIONS, MULTI30K_TRAIN, MULTI30K_VALID, COCO_MINI):
        yield from (caption for _, caption in read_captions(data / name))
    for row in read_rows(data / TANAKA):
        yield from row[:2]
    for row in read_jsick(data / JSICK_TRAIN):
        yield from row[4:8]
    for row in read_rows(data / JSTS_TRAIN):
        yield from row[1:3]


def check(data: Path) -> bool:
    """Print the size of each file; return whether all are there."""
    complete = True
    for name in (*CAPTION_FILES, *ROW_FILES):
        path = data / name
        if not path.exists():
            print(f"{name}: missing")
            complete = False
        elif name in CAPTION_FILES:
            captions = read_captions(path)
            images = {image for image, _ in captions}
            print(f"{name}: {len(captions)} captions of {len(images)} images")
        else:
            rows = read_jsick(path) if name == JSICK_TRAIN else read_rows(path)
            print(f"{name}: {len(rows)} pairs")
    return complete


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Check the folder of training data.")
    parser.add_argument("data", type=Path, help="the folder of training data")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(0 if check(parse_arguments().data) else 1)
