import { setImmediate as nextTurn } from "node:timers/promises";
import { dot, row as rowOf } from "@/lib/core/vector";
import { exactTopK } from "@/lib/vector-index/exact";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";

/** Scores closer than this are one score: of captions worded alike, any may be found. */
const TIE = 1e-6;

interface RecallOptions {
  /** Rows whose vectors are the queries. */
  rows: readonly number[];
  /** Neighbours wanted of each. */
  k: number;
  signal: AbortSignal;
  onDone: () => void;
}

/** Share of the k captions nearest to each query, itself left out, that the graph finds with the generation's ef. */
export async function measureGraphRecall({ index, vectors, manifest }: LoadedGeneration, { rows, k, signal, onDone }: RecallOptions): Promise<number> {
  const { dimensions } = manifest.model;
  const wanted = Math.min(k, manifest.count - 1);
  let found = 0;
  for (const row of rows) {
    const query = rowOf(vectors, row, dimensions);
    const score = (other: number) => dot(rowOf(vectors, other, dimensions), query);
    // One more, as the query finds itself; where it does not, the last one goes.
    const others = ({ rows: found }: { rows: Uint32Array }) => [...found].filter((other) => other !== row).slice(0, wanted);
    const bar = others(exactTopK(vectors, query, wanted + 1)).reduce((least, other) => Math.min(least, score(other)), 1);
    found += others(index.search(query, wanted + 1, manifest.hnsw.ef)).filter((other) => score(other) >= bar - TIE).length;
    onDone();
    await nextTurn();
    signal.throwIfAborted();
  }
  return found / (rows.length * wanted);
}
