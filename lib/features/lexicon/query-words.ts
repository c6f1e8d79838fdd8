import { phraseIn } from "@/lib/database/lexicon";
import { inOtherKana } from "./kana-variants";
import { hasJapanese, normalise, surfaceTokens } from "./surface-tokens";
import { type LexicalWord, openWordReader } from "./words";

/** One way in which a caption may have a word, in FTS5's language, and how much of the word that is worth, up to 1. */
export interface WordMatch {
  query: string;
  worth: number;
}

/** A word of a query with all the ways in which a caption may have it; the best counts. */
export interface QueryWord extends LexicalWord {
  matches: WordMatch[];
}

/** What a word inside a longer one is worth: 船 in 旅客船. */
const INSIDE = 0.8;
/** And that in the other kana: コイヌ for いぬ. */
const INSIDE_OTHER_KANA = 0.6;
/** Hiragana that short stands inside inflected words by accident: ばす (バス) in 飛ばす. */
const SHORT_HIRAGANA = 3;

const matchStem = (stem: string, worth = 1): WordMatch[] => {
  const tokens = stem.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return tokens.length === 0 ? [] : [{ query: phraseIn("stems", tokens), worth }];
};

const matchInside = (text: string, worth: number): WordMatch[] => {
  const tokens = surfaceTokens(text);
  return tokens.length === 0 ? [] : [{ query: phraseIn("surface", tokens), worth }];
};

function isTooShort(word: string): boolean {
  const hiragana = /^[ぁ-ゖー]+$/u.test(word);
  return hiragana && word.length < 2;
}

function japaneseMatches({ surface, stem }: LexicalWord): WordMatch[] {
  const other = inOtherKana(stem);
  const inside = isTooShort(surface) ? [] : matchInside(surface, INSIDE);
  const otherInside = other === null || (other.length < SHORT_HIRAGANA && /[ぁ-ゖ]/u.test(other)) || isTooShort(other) ? [] : matchInside(other, INSIDE_OTHER_KANA);
  return [...matchStem(stem), ...(other === null ? [] : matchStem(other)), ...inside, ...otherInside];
}

const toQueryWord = (word: LexicalWord): QueryWord => ({ ...word, matches: hasJapanese(word.surface) ? japaneseMatches(word) : matchStem(word.stem) });

/** A text of function words alone is still looked for as it stands. */
function literally(text: string): QueryWord[] {
  const surface = normalise(text);
  const matches = matchInside(surface, 1);
  return matches.length === 0 ? [] : [{ surface, stem: surface, matches }];
}

/** The words of a query, each once. None where it has neither letters nor digits. */
export async function readQueryWords(text: string): Promise<QueryWord[]> {
  const read = await openWordReader();
  const words = new Map(read(text).map((word) => [word.stem, word]));
  return words.size === 0 ? literally(text) : [...words.values()].map(toQueryWord);
}

/** A phrase, just as it is written. Null where it has neither letters nor digits. */
export function matchPhrase(phrase: string): string | null {
  return matchInside(normalise(phrase), 1)[0]?.query ?? null;
}
