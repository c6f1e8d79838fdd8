import { sampleCorrelation } from "simple-statistics";
import { bootstrap, type Figure } from "../figure";

/** How closely cosines follow what people said. */
export interface SimilarityFigures {
  name: string;
  pairs: number;
  /** Of ranks, those of equal scores shared. */
  spearman: Figure;
  pearson: Figure;
}

/** Ranks from 1, equal values sharing theirs. */
export function rank(values: readonly number[]): Float64Array {
  const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let i = from; i < to; i++) ranks[order[i]!] = (from + 1 + to) / 2;
  }
  return ranks;
}

function correlation(a: ArrayLike<number>, b: ArrayLike<number>, seed: number): Figure {
  return bootstrap(a.length, (indices) => sampleCorrelation(Array.from(indices, (i) => a[i]!), Array.from(indices, (i) => b[i]!)), seed);
}

/** @param cosines of the pairs, in the order of their scores */
export function measureSimilarity(name: string, scores: readonly number[], cosines: readonly number[], seed: number): SimilarityFigures {
  return { name, pairs: scores.length, spearman: correlation(rank(scores), rank(cosines), seed), pearson: correlation(scores, cosines, seed) };
}
