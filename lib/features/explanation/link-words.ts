import { dot, normaliseRows } from "@/lib/core/vector";
import type { WordLink } from "./explanation";

/** What a similarity is of a word to no word at all, how soft the choice among partners is, and the least strength of a link: found on every second pair of testing/aligned-pairs.json, judged on the others. */
export interface LinkScale {
  none: number;
  softness: number;
  least: number;
}

const soften = (similarity: number, { softness }: LinkScale) => Math.exp(similarity / softness);

/**
 * Links words that choose each other: each word of one text shares itself among the words of the other and none of them, by a softmax of their similarities; a link's strength is the geometric mean of both shares.
 * The intersection of softmaxes of Z.-Y. Dou and G. Neubig, Word Alignment by Fine-tuning Embeddings on Parallel Corpora (2021), with an empty word, as captions are no translations.
 * @param similarities a row for each word of the first text, a column for each of the second
 */
export function linkWords(similarities: readonly (readonly number[])[], scale: LinkScale): WordLink[] {
  const none = soften(scale.none, scale);
  const weights = similarities.map((values) => values.map((value) => soften(value, scale)));
  const rows = weights.map((values) => values.reduce((sum, value) => sum + value, none));
  const columns = (weights[0] ?? []).map((_, b) => weights.reduce((sum, values) => sum + values[b]!, none));
  const links = weights.flatMap((values, a) => values.map((weight, b): WordLink => ({ a, b, strength: weight / Math.sqrt(rows[a]! * columns[b]!) })));
  return links.filter(({ strength }) => strength >= scale.least).sort((x, y) => y.strength - x.strength);
}

/** Cosines of all rows of one matrix with all rows of another. Brings them to length 1 in place. */
export function cosines(first: Float32Array[], second: Float32Array[]): number[][] {
  for (const vector of [...first, ...second]) normaliseRows(vector, vector.length);
  return first.map((a) => second.map((b) => dot(a, b)));
}
