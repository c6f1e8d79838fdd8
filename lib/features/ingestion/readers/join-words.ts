const JAPANESE = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\u30fc\\uff00-\\uffef]";
const BLANKS = new RegExp(`(?<=${JAPANESE}) +| +(?=${JAPANESE})`, "gu");

/** A Japanese caption that was split into words, as it is written (wide blanks are its own): "赤い バス が T シャツ" → "赤いバスがTシャツ". */
export function joinWords(text: string): string {
  return text.replace(BLANKS, "");
}
