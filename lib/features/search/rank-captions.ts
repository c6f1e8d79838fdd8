import { exactTopK } from "@/lib/vector-index/exact";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import type { Neighbours } from "@/lib/vector-index/vector-index";
import type { PassingRows } from "./caption-filter";

/** How many captions the first steps ask the graph for; the last step scores every caption. */
const STEPS = [128, 1024];
/** With so few passing captions, scoring all of them is as fast as walking the graph past the others. */
const FEW = 2000;

export interface RankedRow {
  row: number;
  score: number;
}

/**
 * Captions by falling similarity, in growing steps, each only when asked for. A step adds to the ones before it and never
 * reorders them, so a page is the same whatever was asked before it.
 * @param excluded a row to leave out, for a caption that looks for others
 */
export function* rankCaptions(generation: LoadedGeneration, query: Float32Array, { passes, rows }: PassingRows, excluded: number | null): Generator<RankedRow[]> {
  const allowed = excluded === null ? passes : (row: number) => row !== excluded && (passes === null || passes(row));
  const available = excluded === null ? rows : rows - (passes === null || passes(excluded) ? 1 : 0);
  const seen = new Set<number>();
  for (const step of rows <= FEW ? [] : STEPS) {
    if (seen.size >= available) return;
    const ef = Math.max(step, generation.manifest.hnsw.ef);
    yield unseen(generation.index.search(query, step, ef, allowed ?? undefined), seen);
  }
  if (seen.size < available) yield unseen(exactTopK(generation.vectors, query, available, allowed ? rowsThat(generation, allowed) : undefined), seen);
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
