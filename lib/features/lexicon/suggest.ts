import { hasJapanese, normalise } from "./surface-tokens";
import type { Vocabulary, VocabularyWord } from "./vocabulary";

/** What a query may go on to be. */
export interface Suggestion {
  /** The whole query with its last word completed. */
  text: string;
  /** The word that completes it. */
  word: string;
  /** In how many captions the word occurs. */
  captions: number;
}

/** The longest beginning of a Japanese word that is looked for, in characters. */
const LONGEST = 12;
/** One letter of a script with spaces begins too many words to tell anything. */
const FEWEST_LETTERS = 2;

interface Unfinished {
  before: string;
  start: string;
}

/** What may be the beginning of the last word. Japanese has no spaces: it may begin at any of the last characters, sooner rather than later. */
function unfinishedWords(query: string): Unfinished[] {
  const last = /[^\s"“”„-]+$/u.exec(query)?.[0] ?? "";
  const before = query.slice(0, query.length - last.length);
  if (!hasJapanese(last)) return [...last].length >= FEWEST_LETTERS ? [{ before, start: last }] : [];
  const characters = [...last];
  const from = Math.max(0, characters.length - LONGEST);
  return characters.slice(from).map((_, i) => ({ before: before + characters.slice(0, from + i).join(""), start: characters.slice(from + i).join("") }));
}

/** Completions of the last word of a query, those of most captions first. A Japanese word is found by its reading too: いぬ by 犬. */
export function suggest(vocabulary: Vocabulary, query: string, most: number): Suggestion[] {
  for (const { before, start } of unfinishedWords(query)) {
    const typed = normalise(start);
    const words = vocabulary.complete(typed, most + 1).filter(({ text }) => text !== typed).slice(0, most);
    if (words.length > 0) return words.map((word) => toSuggestion(before, word));
  }
  return [];
}

const toSuggestion = (before: string, { text, captions }: VocabularyWord): Suggestion => ({ text: before + text, word: text, captions });
