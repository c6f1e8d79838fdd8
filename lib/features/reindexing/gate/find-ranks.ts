import { setImmediate as nextTurn } from "node:timers/promises";
import { row as rowOf } from "@/lib/core/vector";
import { rankCaptions } from "@/lib/features/search/rank-captions";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import type { SharedRows } from "./common-captions";

/** How far down something counts as found. */
export const FIRST = 10;

/** From 1; null: not among the first. */
export type Rank = number | null;

interface FindOptions {
  /** Other rows are passed over. */
  shared: SharedRows;
  signal: AbortSignal;
  onDone: () => void;
}

/** Rows as searches rank them, without `self`, until `stop` has seen enough. */
function walk(generation: LoadedGeneration, query: Float32Array, { mask, count }: SharedRows, self: number | null, stop: (row: number) => boolean): void {
  // Calling back for every row costs more than the search: where all rows pass, only the query itself is left out.
  const passes = count === generation.manifest.count ? null : (row: number) => mask[row] === 1;
  for (const step of rankCaptions(generation, query, { passes, rows: count })) {
    for (const { row } of step) if (row !== self && stop(row)) return;
  }
}

/** For each caption, where the first other caption of its image stands among its nearest captions. */
export async function rankSiblings(generation: LoadedGeneration, captionIds: readonly number[], { shared, signal, onDone }: FindOptions): Promise<Rank[]> {
  const { labels, vectors, manifest } = generation;
  const ranks: Rank[] = [];
  for (const captionId of captionIds) {
    const self = generation.rowOfCaption(captionId) as number;
    let [seen, rank]: [number, Rank] = [0, null];
    walk(generation, rowOf(vectors, self, manifest.model.dimensions), shared, self, (row) => {
      seen++;
      if (labels.imageIds[row] === labels.imageIds[self]) rank = seen;
      return rank !== null || seen === FIRST;
    });
    ranks.push(rank);
    onDone();
    await nextTurn();
    signal.throwIfAborted();
  }
  return ranks;
}

/** For each query, where each of its images stands among the images that it finds. */
export async function rankImages(generation: LoadedGeneration, queries: readonly { vector: Float32Array; imageIds: readonly number[] }[], { shared, signal, onDone }: FindOptions): Promise<Rank[][]> {
  const ranks: Rank[][] = [];
  for (const { vector, imageIds } of queries) {
    const found = new Set<number>();
    walk(generation, vector, shared, null, (row) => found.add(generation.labels.imageIds[row] as number).size === FIRST);
    const order = [...found];
    ranks.push(imageIds.map((image) => (found.has(image) ? order.indexOf(image) + 1 : null)));
    onDone();
    await nextTurn();
    signal.throwIfAborted();
  }
  return ranks;
}
