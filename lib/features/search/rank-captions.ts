import { exactTopK } from "@/lib/vector-index/exact";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import type { Neighbours } from "@/lib/vector-index/vector-index";
import type { PassingRows } from "./caption-filter";

/** How many captions the first steps ask the graph for where nothing else is asked; the last step scores every caption. */
const STEPS: readonly number[] = [128, 1024];
/** With so few passing captions, scoring all of them is as fast as walking the graph past the others. */
const FEW = 2000;

export interface RankedRow {
  row: number;
  score: number;
}

/**
 * Captions by falling similarity, in growing steps, each only when asked for. A step adds to the ones before it and never
 * reorders them, so a page is the same whatever was asked before it.
 * @param steps ascending; one of as many as are wanted spares the later ones   @param effort the least ef of a search, where the generation's own is not enough
 */
export function* rankCaptions(generation: LoadedGeneration, query: Float32Array, { passes, rows }: Pick<PassingRows, "passes" | "rows">, steps = STEPS, effort = 0): Generator<RankedRow[]> {
  const seen = new Set<number>();
  for (const step of rows <= FEW ? [] : steps) {
    if (seen.size >= rows) return;
    const ef = Math.max(step, generation.manifest.hnsw.ef, effort);
    yield unseen(generation.index.search(query, step, ef, passes ?? undefined), seen);
  }
  if (seen.size < rows) yield unseen(exactTopK(generation.vectors, query, rows, passes ? rowsThat(generation, passes) : undefined), seen);
}

function rowsThat({ manifest }: LoadedGeneration, allowed: (row: number) => boolean): Uint32Array {
  const rows = new Uint32Array(manifest.count);
  let count = 0;
  for (let row = 0; row < manifest.count; row++) if (allowed(row)) rows[count++] = row;
  return rows.subarray(0, count);
}

function unseen({ rows, scores }: Neighbours, seen: Set<number>): RankedRow[] {
  const added: RankedRow[] = [];
  rows.forEach((row, i) => {
    if (seen.has(row)) return;
    seen.add(row);
    added.push({ row, score: scores[i] as number });
  });
  return added;
}
