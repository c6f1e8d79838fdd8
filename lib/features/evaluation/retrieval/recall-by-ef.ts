import { setImmediate as nextTurn } from "node:timers/promises";
import { dot, row as rowOf } from "@/lib/core/vector";
import { exactTopK } from "@/lib/vector-index/exact";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import { bootstrap, type Figure } from "../figure";

/** Share of the k nearest captions that the graph finds with a candidate list of this length. */
export interface EfRecall {
  ef: number;
  recall: Figure;
}

const EFS = [10, 16, 32, 64, 128, 256, 512];
/** Scores closer than this are one score: of captions worded alike, any may be found. */
const TIE = 1e-6;

interface RecallOptions {
  /** Rows whose vectors are the queries; none finds itself. */
  rows: readonly number[];
  k: number;
  seed: number;
  signal: AbortSignal;
  onDone: () => void;
}

/** The lists that are measured: those that are usual, and the generation's own. */
const efsOf = (own: number, k: number) => [...new Set([...EFS, own])].filter((ef) => ef >= k).sort((a, b) => a - b);

export async function measureRecallByEf({ index, vectors, manifest }: LoadedGeneration, { rows, k, seed, signal, onDone }: RecallOptions): Promise<EfRecall[]> {
  const { dimensions } = manifest.model;
  const wanted = Math.min(k, manifest.count - 1);
  const efs = efsOf(manifest.hnsw.ef, k);
  const found = efs.map(() => new Float64Array(rows.length));
  for (const [i, row] of rows.entries()) {
    const query = rowOf(vectors, row, dimensions);
    // One more, as the query finds itself; where it does not, the last one goes.
    const others = (all: Uint32Array) => [...all].filter((other) => other !== row).slice(0, wanted);
    const score = (other: number) => dot(rowOf(vectors, other, dimensions), query);
    const bar = Math.min(...others(exactTopK(vectors, query, wanted + 1).rows).map(score)) - TIE;
    efs.forEach((ef, e) => (found[e]![i] = others(index.search(query, wanted + 1, Math.max(ef, wanted + 1)).rows).filter((other) => score(other) >= bar).length / wanted));
    onDone();
    await nextTurn();
    signal.throwIfAborted();
  }
  const mean = (shares: Float64Array) => bootstrap(rows.length, (indices) => indices.reduce((sum, i) => sum + shares[i]!, 0) / rows.length, seed);
  return efs.map((ef, e) => ({ ef, recall: mean(found[e]!) }));
}
