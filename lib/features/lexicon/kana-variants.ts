const KATAKANA = /[ァ-ヶ]/gu;
const HIRAGANA = /[ぁ-ゖ]/gu;
/** From a katakana letter to the hiragana of the same sound, by code point. */
const STEP = 0x60;

const shift = (text: string, letters: RegExp, by: number) => text.replace(letters, (letter) => String.fromCodePoint(letter.codePointAt(0)! + by));

export const toHiragana = (text: string): string => shift(text, KATAKANA, -STEP);
export const toKatakana = (text: string): string => shift(text, HIRAGANA, STEP);

/** A word in the other kana; null where it has none, or is not wholly in one kind. */
export function inOtherKana(word: string): string | null {
  if (/^[ァ-ヶー]+$/u.test(word)) return toHiragana(word);
  if (/^[ぁ-ゖー]+$/u.test(word)) return toKatakana(word);
  return null;
}
