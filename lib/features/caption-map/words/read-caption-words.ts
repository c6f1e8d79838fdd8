import { type CaptionWords, MOST_WORDS } from "./caption-words";
import { openWordSplitter } from "./word-splitter";
import { WordForms } from "./word-forms";

export interface CaptionText {
  /** Points come in ascending order; several captions of one follow one another. */
  point: number;
  text: string;
  /** BCP 47. */
  language: string;
}

/** From so many captions on, words that one alone has are left out: misspellings for the most part. */
const MANY_CAPTIONS = 100;

/**
 * Reads the words of all captions, a chunk of texts at a time: 1.2 million captions take 30 s (English) to 3 min (Japanese).
 * @param count of points   @param chunks of some thousand captions, a turn of the event loop after each
 * @throws RangeError where points are not in order, or there is no such point
 */
export async function readCaptionWords(count: number, chunks: AsyncIterable<readonly CaptionText[]>): Promise<CaptionWords> {
  const forms = new WordForms();
  const captions: Record<string, number> = {};
  const ends = new Uint32Array(count);
  const parts: Uint32Array[] = [];
  let length = 0;
  let last = 0;
  for await (const chunk of chunks) {
    const ids: number[] = [];
    for (const { point, text, language: tag } of chunk) {
      if (!(point >= last && point < count)) throw new RangeError(`A caption of point ${point} comes after those of point ${last}, of ${count} points.`);
      const language = primarySubtag(tag);
      const split = await openWordSplitter(language);
      captions[language] = (captions[language] ?? 0) + 1;
      for (const id of forms.add(split(text), language)) ids.push(id);
      ends[point] = length + ids.length;
      last = point;
    }
    parts.push(Uint32Array.from(ids));
    length += ids.length;
  }
  const total = Object.values(captions).reduce((sum, n) => sum + n, 0);
  const { words, idOf } = forms.rank(total < MANY_CAPTIONS ? 1 : 2, MOST_WORDS);
  return { words, captions, ...renumber(ends, parts, idOf) };
}

const primarySubtag = (tag: string): string => tag.split("-")[0]!.toLowerCase() || "und";

/** @param ends where the forms of each point end; 0 where it has no caption */
function renumber(ends: Uint32Array, parts: readonly Uint32Array[], idOf: Int32Array): { starts: Uint32Array; ids: Uint16Array } {
  const starts = new Uint32Array(ends.length + 1);
  const ids = new Uint16Array(parts.reduce((sum, part) => sum + part.filter((form) => idOf[form]! >= 0).length, 0));
  let point = 0;
  let read = 0;
  let written = 0;
  for (const part of parts) {
    for (const form of part) {
      while (read >= ends[point]!) starts[++point] = written;
      if (idOf[form]! >= 0) ids[written++] = idOf[form]!;
      read++;
    }
  }
  starts.fill(written, point + 1);
  return { starts, ids };
}
