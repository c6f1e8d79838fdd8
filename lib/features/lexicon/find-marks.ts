import { stemmer } from "stemmer";
import { inOtherKana } from "./kana-variants";
import type { QueryWord } from "./query-words";
import { findSurfaceTokens, hasJapanese, normalise } from "./surface-tokens";

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** A text in normal form, and where each of its UTF-16 units stands in the text as it is written. */
function alignNormalised(text: string): { normal: string; startOf: (i: number) => number; endOf: (i: number) => number } {
  const normal = normalise(text);
  if (normal.length === text.length) return { normal, startOf: (i) => i, endOf: (i) => i };
  let joined = "";
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { segment, index } of graphemes.segment(text)) {
    const part = normalise(segment);
    joined += part;
    for (let i = 0; i < part.length; i++) {
      starts.push(index);
      ends.push(index + segment.length);
    }
  }
  return { normal: joined, startOf: (i) => starts[i]!, endOf: (i) => ends[i - 1]! };
}

const stems = new Map<string, string>();
/** Forms remembered: some more than captions have. */
const MOST_STEMS = 50_000;

function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= MOST_STEMS) stems.clear();
  const stem = stemmer(word);
  stems.set(word, stem);
  return stem;
}

function findForms(normal: string, wanted: ReadonlySet<string>): [number, number][] {
  return findSurfaceTokens(normal).filter(({ word }) => wanted.has(word) || wanted.has(stemOf(word))).map(({ word, start }) => [start, start + word.length]);
}

/** Each place of a part, but not inside another. */
function findPlaces(normal: string, part: string): [number, number][] {
  const places: [number, number][] = [];
  for (let at = normal.indexOf(part); at >= 0; at = normal.indexOf(part, at + part.length)) places.push([at, at + part.length]);
  return places;
}

/** The kanji of a word that inflects (走 of 走る), where it goes on in hiragana. */
function findInflected(normal: string, stem: string): [number, number][] {
  const kanji = /^(\p{sc=Han}+)\p{sc=Hiragana}+$/u.exec(stem)?.[1];
  return kanji === undefined ? [] : findPlaces(normal, kanji).filter(([, end]) => /^\p{sc=Hiragana}/u.test(normal.slice(end, end + 1)));
}

function findJapanese(normal: string, { surface, stem }: QueryWord): [number, number][] {
  const written = [surface, stem, inOtherKana(stem)].filter((form): form is string => form !== null);
  const found = written.flatMap((form) => findPlaces(normal, form));
  return found.length > 0 ? found : findInflected(normal, stem);
}

/** Overlapping and touching places as one, ascending. */
function join(places: [number, number][]): [number, number][] {
  const joined: [number, number][] = [];
  for (const [start, end] of places.sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** Where the words of a query stand in a caption, in whatever form, as [start, end) in UTF-16 units of the text as it is written. */
export function findMarks(text: string, words: readonly QueryWord[]): [number, number][] {
  const { normal, startOf, endOf } = alignNormalised(text);
  const spaced = words.filter(({ surface }) => !hasJapanese(surface));
  const places = [
    ...(spaced.length > 0 ? findForms(normal, new Set(spaced.flatMap(({ surface, stem }) => [surface, stem]))) : []),
    ...words.filter(({ surface }) => hasJapanese(surface)).flatMap((word) => findJapanese(normal, word)),
  ];
  return join(places).map(([start, end]) => [startOf(start), endOf(end)]);
}
