"""Lays out the files of a folder with openTSNE's FFT and writes the coordinates; prints seconds, peak memory and divergence as JSON.

Usage: layout.py FOLDER OUTPUT PERPLEXITY ITERATIONS THREADS
"""

import json
import os
import resource
import sys
import time

import numpy
from openTSNE import TSNEEmbedding, affinity, initialization
from openTSNE.nearest_neighbors import PrecomputedNeighbors

EARLY = 250

folder, output = sys.argv[1:3]
perplexity = float(sys.argv[3])
iterations, threads = map(int, sys.argv[4:6])

with open(os.path.join(folder, "shape.json"), encoding="utf-8") as file:
    shape = json.load(file)
size = (shape["count"], shape["k"])
neighbours = numpy.fromfile(os.path.join(folder, "neighbours.i32"), numpy.int32).reshape(size)
distances = numpy.fromfile(os.path.join(folder, "distances.f32"), numpy.float32).reshape(size)
initial = numpy.fromfile(os.path.join(folder, "initial.f64"), numpy.float64).reshape(-1, 2)

start = time.perf_counter()
processor = time.process_time()
affinities = affinity.PerplexityBasedNN(perplexity=perplexity, knn_index=PrecomputedNeighbors(neighbours, distances), n_jobs=threads)
embedding = TSNEEmbedding(initialization.rescale(initial), affinities, negative_gradient_method="fft", n_jobs=threads, random_state=0)
early = min(EARLY, iterations)
embedding = embedding.optimize(early, exaggeration=12, learning_rate=shape["count"] / 12, momentum=0.5)
embedding = embedding.optimize(iterations - early, learning_rate=shape["count"], momentum=0.8)
seconds = time.perf_counter() - start
processor = time.process_time() - processor



def read_peak():
    """What this program has held at most, in MB: on Linux without what its parent held."""
    try:
        with open("/proc/self/status", encoding="utf-8") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:")) / 1024
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


peak = read_peak()
numpy.asarray(embedding, numpy.float64).tofile(output)
print(json.dumps({"seconds": seconds, "processorSeconds": processor, "peakMegabytes": peak, "divergence": float(embedding.kl_divergence)}))
