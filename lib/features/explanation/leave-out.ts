import type { Word } from "./words";

/** Words of a text that are left out, each for itself, at most: every one is an embedding. */
const MOST_LEFT_OUT = 48;

/** A text without one of its words. */
interface Remainder {
  word: number;
  text: string;
}

/** A text without each of its words of content in turn; without those alone that leave something. */
export function leaveOut(text: string, words: readonly Word[]): Remainder[] {
  return words
    .map(({ start, end, kind }, word) => ({ word, kind, text: (text.slice(0, start) + text.slice(end)).replace(/\s+/gu, " ").trim() }))
    .filter(({ kind, text: rest }) => kind === "content" && /[\p{L}\p{N}]/u.test(rest))
    .slice(0, MOST_LEFT_OUT);
}
