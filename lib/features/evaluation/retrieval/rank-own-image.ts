import { row as rowOf } from "@/lib/core/vector";
import { scoreRows } from "@/lib/vector-index/exact";
import type { LoadedRows } from "@/lib/vector-index/load-generation";

/** What a query found. */
export interface Ranking {
  /** Row of the query. */
  query: number;
  /** Place of its image among all images that have captions to find, each placed by its nearest; from 1. */
  rank: number;
  /** The nearest caption of its own image. */
  right: { row: number; score: number };
  /** The nearest of any other image; null where there is none. */
  best: { row: number; score: number } | null;
}

/**
 * Compares the query with every row of `rows`, itself left out: exactly, without the graph.
 * @param rows those that may be found, some of them of the query's image
 */
export function rankOwnImage({ labels, vectors, manifest }: LoadedRows, query: number, rows: Uint32Array): Ranking {
  const { dimensions } = manifest.model;
  const vector = rowOf(vectors, query, dimensions);
  const image = labels.imageIds[query]!;
  const scores = scoreRows(vectors, vector, rows);
  let right = { row: -1, score: -Infinity };
  let best: Ranking["best"] = null;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (row === query) continue;
    const score = scores[i]!;
    if (labels.imageIds[row] === image) {
      if (score > right.score) right = { row, score };
    } else if (!best || score > best.score) best = { row, score };
  }
  const before = new Set<number>();
  for (let i = 0; i < rows.length; i++) if (rows[i] !== query && scores[i]! > right.score) before.add(labels.imageIds[rows[i]!]!);
  return { query, rank: before.size + 1, right, best };
}
