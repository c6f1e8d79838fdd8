import { dot, row as rowOf } from "@/lib/core/vector";
import { bestByWords } from "@/lib/features/lexicon/score-words";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import type { PassingRows } from "./caption-filter";
import type { QueryWords } from "./query";
import { rankCaptions, type RankedRow } from "./rank-captions";

/** A row with what it is placed by. */
export interface PlacedRow extends RankedRow {
  /** The share of the query's words that it has, 0 to 1. */
  words: number;
  /** weight × words + (1 - weight) × score: hits come by falling place. */
  place: number;
}

/** So many steps of the ranking by meaning are waited for; what has been found by then is given out. A row beyond them, far in meaning, has frequent words at most. */
const EXACT_STEPS = 2;

/** Rows with the most rare words whose cosines are computed beforehand, so that they come up wherever the meaning would have left them. */
const CANDIDATES = 1000;

interface Ranking {
  generation: LoadedGeneration;
  vector: Float32Array;
  passing: PassingRows;
  words: QueryWords | null;
  /** The least ef of the graph's search. */
  effort: number;
}

export const byPlace = (a: PlacedRow, b: PlacedRow) => b.place - a.place || b.score - a.score || a.row - b.row;

/** What places a row of a known cosine. */
export function placer(words: QueryWords | null): (row: number, score: number) => PlacedRow {
  if (!words) return (row, score) => ({ row, score, words: 0, place: score });
  const { scores, weight } = words;
  return (row, score) => ({ row, score, words: scores.of(row), place: weight * scores.of(row) + (1 - weight) * score });
}

/**
 * Rows by falling place: a convex combination of cosine and share of words, which finds more than reciprocal ranks do (S. Bruch et al., An Analysis of Fusion Functions for Hybrid
 * Retrieval, 2023; docs/decisions/0010 for captions). Rows come in growing steps, each only when asked for; a step never reorders those before it.
 *
 * By the threshold algorithm (R. Fagin et al., Optimal aggregation algorithms for middleware, 2003): a row is given out as soon as none that has not been seen can come before it. The unseen have
 * at most the cosine that the ranking by meaning has come down to, and at most the words of the best row that is no candidate.
 */
export function* placeRows({ generation, vector, passing, words, effort }: Ranking): Generator<PlacedRow[]> {
  const semantic = rankCaptions(generation, vector, passing, undefined, effort);
  const place = placer(words);
  if (!words) {
    for (const step of semantic) yield step.map(({ row, score }) => place(row, score));
    return;
  }
  const { rows, rest } = bestByWords(words.scores, passing.passes, CANDIDATES);
  const seen = new Set(rows);
  let waiting = rows.map((row) => place(row, cosine(generation, row, vector)));
  let steps = 0;
  for (const step of semantic) {
    waiting = waiting.concat(step.filter(({ row }) => !seen.has(row)).map(({ row, score }) => place(row, score)));
    for (const { row } of step) seen.add(row);
    const lowest = step.at(-1)?.score ?? -1;
    const bound = ++steps < EXACT_STEPS ? words.weight * rest + (1 - words.weight) * lowest : -Infinity;
    const ready = waiting.filter((row) => row.place >= bound).sort(byPlace);
    waiting = waiting.filter((row) => row.place < bound);
    if (ready.length > 0) yield ready;
  }
  if (waiting.length > 0) yield waiting.sort(byPlace);
}

/** All rows whose cosine is at least so much, by falling place. */
export function placeRowsFrom({ generation, vector, passing, words, effort }: Ranking, leastScore: number): PlacedRow[] {
  const place = placer(words);
  const found: PlacedRow[] = [];
  for (const step of rankCaptions(generation, vector, passing, undefined, effort)) {
    for (const { row, score } of step) if (score >= leastScore) found.push(place(row, score));
    if ((step.at(-1)?.score ?? -1) < leastScore) break;
  }
  return found.sort(byPlace);
}

/** All rows that have any of the words, by falling place. */
export function placeRowsWithWords({ generation, vector, passing: { passes } }: Omit<Ranking, "words" | "effort">, words: QueryWords): PlacedRow[] {
  const place = placer(words);
  const all = words.scores.allRows();
  const rows = passes ? all.filter(passes) : all;
  return Array.from(rows, (row) => place(row, cosine(generation, row, vector))).sort(byPlace);
}

const cosine = ({ vectors }: LoadedGeneration, row: number, vector: Float32Array) => dot(rowOf(vectors, row, vector.length), vector);
