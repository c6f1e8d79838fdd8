import { dot, normaliseRows } from "@/lib/core/vector";
import type { InspectedText, Inspection } from "@/lib/embedding/inspect/inspection";
import { poolTokens } from "@/lib/embedding/pool-tokens";

/** Consecutive pieces that stand in both texts: `from` and `to` are the places of the first of them. */
export interface SharedWord {
  from: number;
  to: number;
  length: number;
}

/** Consecutive rows. */
interface Span {
  start: number;
  length: number;
}

/** The mean of some rows of a layer, of length 1. */
function meanOf(rows: Float32Array, { start, length }: Span, dimensions: number): Float32Array {
  const part = rows.subarray(start * dimensions, (start + length) * dimensions);
  return normaliseRows(poolTokens(part, [length], length, dimensions, "mean"), dimensions);
}

/** Null where there is one sentence only, or the model does not tell. */
function similarityByLayer({ texts: [first, second], dimensions }: Inspection, spansOf: (first: InspectedText, second: InspectedText) => readonly [Span, Span]): number[] | null {
  if (!first || !second || first.hidden.length === 0) return null;
  const [own, other] = spansOf(first, second);
  return first.hidden.map((rows, layer) => dot(meanOf(rows, own, dimensions), meanOf(second.hidden[layer] as Float32Array, other, dimensions)));
}

/** Cosine of two sentences, each the mean of its pieces' vectors, before the first layer and after each; null where there is one sentence, or the model does not tell. */
export function sentencePath(inspection: Inspection): number[] | null {
  const whole = ({ pieces: { length } }: InspectedText): Span => ({ start: 0, length });
  return similarityByLayer(inspection, (first, second) => [whole(first), whole(second)]);
}

/** The same for a word that stands in both. */
export function wordPath(inspection: Inspection, { from, to, length }: SharedWord): number[] | null {
  return similarityByLayer(inspection, () => [{ start: from, length }, { start: to, length }]);
}

const isSame = (a: InspectedText, i: number, b: InspectedText, j: number) => a.pieces[i]?.kind === "word" && a.pieces[i].id === b.pieces[j]?.id;

function runAround(first: InspectedText, second: InspectedText, from: number, to: number): SharedWord {
  let before = 0;
  let after = 1;
  while (isSame(first, from - before - 1, second, to - before - 1)) before++;
  while (isSame(first, from + after, second, to + after)) after++;
  return { from: from - before, to: to - before, length: before + after };
}

/** The longest run of pieces around one of the first text that stands in the second as well; null where that piece does not. */
export function findSharedWord({ texts: [first, second] }: Inspection, piece: number): SharedWord | null {
  if (!first || !second) return null;
  let longest: SharedWord | null = null;
  second.pieces.forEach((_, to) => {
    if (!isSame(first, piece, second, to)) return;
    const run = runAround(first, second, piece, to);
    if (!longest || run.length > longest.length) longest = run;
  });
  return longest;
}

const lettersOf = ({ pieces }: InspectedText, { from, length }: SharedWord) => pieces.slice(from, from + length).reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);

/** The longest run of pieces, by letters, that stands in both texts; null where no letter does. */
export function findLongestSharedWord(inspection: Inspection): SharedWord | null {
  const [first] = inspection.texts;
  if (!first) return null;
  let longest: SharedWord | null = null;
  let most = 0;
  first.pieces.forEach((_, piece) => {
    const word = findSharedWord(inspection, piece);
    if (!word || lettersOf(first, word) <= most) return;
    longest = word;
    most = lettersOf(first, word);
  });
  return longest;
}
