import { stemmer } from "stemmer";
import { openJapaneseWords } from "./japanese-words";
import { isStopWord } from "./stop-words";

/** A caption → its words of content as they are written, in lower case, each as often as it occurs. */
export type WordSplitter = (text: string) => string[];

const splitters = new Map<string, Promise<WordSplitter>>();

/** @param language BCP 47 primary subtag; any, of which Intl.Segmenter makes the best it can */
export function openWordSplitter(language: string): Promise<WordSplitter> {
  const known = splitters.get(language) ?? open(language);
  splitters.set(language, known);
  return known;
}

async function open(language: string): Promise<WordSplitter> {
  const split = language === "ja" ? await openJapaneseWords() : openSegmenter(language);
  return (text) => split(text.normalize("NFKC").toLowerCase()).filter((word) => !isStopWord(word, language));
}

/** Words of two letters and more, or of one that is a word by itself. */
function openSegmenter(language: string): WordSplitter {
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  const isWord = (word: string) => /\p{L}\p{L}|\p{Script=Han}|\p{Script=Hangul}/u.test(word);
  return (text) => Array.from(segmenter.segment(text), ({ segment }) => segment.replace(/['’]s$/u, "")).filter(isWord);
}

/** What forms of one word have in common; no word itself. Of English by M. Porter, An algorithm for suffix stripping (1980); elsewhere a word has one form. */
export const stemOf = (word: string, language: string): string => (language === "en" ? stemmer(word) : word);
