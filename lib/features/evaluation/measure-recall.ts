import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { dot, row } from "@/lib/core/vector";
import { exactTopK } from "@/lib/vector-index/exact";
import { HnswIndex } from "@/lib/vector-index/hnsw-index";
import type { HnswParameters, VectorIndex } from "@/lib/vector-index/vector-index";

/** Scores closer than this are one score: of captions worded alike, any may be found. */
const tieTolerance = 1e-6;

/** Queries with the score that a row must reach to be among the k nearest. */
export interface ExactAnswers {
  queries: Float32Array;
  k: number;
  /** By query: the k-th best score of exact search. */
  bars: Float32Array;
  rowsPerSecond: number;
}

export interface SearchMeasurement {
  ef: number;
  /** Share of the k nearest rows that were found, over all queries. */
  recall: number;
  medianMs: number;
  p95Ms: number;
}

export interface IndexMeasurement extends Pick<HnswParameters, "m" | "efConstruction"> {
  count: number;
  dimensions: number;
  buildSeconds: number;
  vectorsPerSecond: number;
  /** Of the index file. */
  bytes: number;
  searches: SearchMeasurement[];
}

/** Answers the queries (n × dimensions, row-major) by comparing every row. */
export function answerExactly(vectors: Float32Array, queries: Float32Array, dimensions: number, k: number): ExactAnswers {
  const count = queries.length / dimensions;
  const started = performance.now();
  const bars = Float32Array.from({ length: count }, (_, i) => exactTopK(vectors, row(queries, i, dimensions), k).scores.at(-1) ?? 1);
  const seconds = (performance.now() - started) / 1000;
  return { queries, k, bars, rowsPerSecond: Math.round((count * (vectors.length / dimensions)) / seconds) };
}

/** Recall and time of one query after another with one size of the candidate list. */
export function measureSearch(index: VectorIndex, vectors: Float32Array, { queries, k, bars }: ExactAnswers, ef: number): SearchMeasurement {
  const { dimensions } = index;
  const times: number[] = [];
  let found = 0;
  bars.forEach((bar, i) => {
    const query = row(queries, i, dimensions);
    const started = performance.now();
    const { rows } = index.search(query, k, ef);
    times.push(performance.now() - started);
    found += rows.filter((r) => dot(row(vectors, r, dimensions), query) >= bar - tieTolerance).length;
  });
  times.sort((a, b) => a - b);
  const quantile = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0;
  return { ef, recall: found / (bars.length * Math.min(k, index.count)), medianMs: quantile(0.5), p95Ms: quantile(0.95) };
}

/** Builds an index over the vectors and measures building, size and searching with each ef. */
export async function measureIndex(vectors: Float32Array, dimensions: number, { m, efConstruction }: Omit<HnswParameters, "ef">, efs: readonly number[], exact: ExactAnswers): Promise<IndexMeasurement> {
  const count = vectors.length / dimensions;
  const index = HnswIndex.create(dimensions, count, { m, efConstruction });
  const started = performance.now();
  for (let i = 0; i < count; i++) index.put(i, row(vectors, i, dimensions));
  const buildSeconds = (performance.now() - started) / 1000;
  const bytes = await savedBytes(index, m);
  const searches = efs.map((ef) => measureSearch(index, vectors, exact, ef));
  return { m, efConstruction, count, dimensions, buildSeconds, vectorsPerSecond: Math.round(count / buildSeconds), bytes, searches };
}

async function savedBytes(index: HnswIndex, m: number): Promise<number> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "kotomap-bench-"));
  try {
    const file = path.join(folder, "index.hnsw");
    await index.save(file, { m });
    return (await fs.stat(file)).size;
  } finally {
    await fs.rm(folder, { recursive: true });
  }
}
