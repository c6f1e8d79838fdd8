import type { CaptionWords, MapWord } from "./caption-words";

/** What is told of words beside the captions that have them, as JSON. */
interface Vocabulary {
  captions: CaptionWords["captions"];
  /** [word, language, captions] */
  words: [string, string, number][];
}

export const encodeVocabulary = ({ captions, words }: CaptionWords): string => JSON.stringify({ captions, words: words.map(({ word, language, captions }) => [word, language, captions]) } satisfies Vocabulary);

/** How many words the captions of each point have, u16; then the words of all points. */
export function encodeWordIds({ starts, ids }: CaptionWords): Uint16Array {
  const count = starts.length - 1;
  const encoded = new Uint16Array(count + ids.length);
  for (let point = 0; point < count; point++) encoded[point] = starts[point + 1]! - starts[point]!;
  encoded.set(ids, count);
  return encoded;
}

/** @param encoded files whose digests are right   @param count of points */
export function decodeWords(vocabulary: string, encoded: Uint16Array, count: number): CaptionWords {
  const { captions, words } = JSON.parse(vocabulary) as Vocabulary;
  const starts = new Uint32Array(count + 1);
  for (let point = 0; point < count; point++) starts[point + 1] = starts[point]! + encoded[point]!;
  return { captions, words: words.map(([word, language, captions]): MapWord => ({ word, language, captions })), starts, ids: encoded.subarray(count) };
}
