import type { ExplainedText } from "@/lib/features/explanation/explanation";
import { estimateWidth } from "./estimate-width";

/** Units of the drawing to an em. */
const EM = 16;
/** Room around a word for its ground. */
const AROUND = 5;

export interface PlacedWord {
  text: string;
  /** Of its ground, in units of the drawing. */
  x: number;
  width: number;
}

/** The words of a text in one line, and its length. Words that touch in the text nearly touch. */
export function placeInLine({ text, words }: ExplainedText): { words: PlacedWord[]; width: number } {
  let x = 0;
  const placed = words.map((word, i): PlacedWord => {
    const width = estimateWidth(word.text) * EM + 2 * AROUND;
    const before = words[i - 1];
    if (before) x += before.end === word.start ? 1 : /^\s+$/u.test(text.slice(before.end, word.start)) ? 3 : 10;
    const at = x;
    x += width;
    return { text: word.text, x: at, width };
  });
  return { words: placed, width: x };
}
