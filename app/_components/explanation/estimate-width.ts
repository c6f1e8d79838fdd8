/** Kanji, kana and what else fills a square. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;
const narrow = /[iljtfrI.,:;'!|()[\]-]/u;
const broad = /[mwMW@%]|\p{Lu}/u;

/** About how wide a text is set, in ems: drawings on the server cannot measure. They set it to just this width. */
export function estimateWidth(text: string): number {
  return Array.from(text.normalize("NFC"), (letter) => (wide.test(letter) ? 1 : narrow.test(letter) ? 0.32 : broad.test(letter) ? 0.78 : 0.56)).reduce((sum, width) => sum + width, 0);
}
