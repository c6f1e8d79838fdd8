const japanese = "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー";

/** A Japanese character, or a run of other letters and digits. */
const token = new RegExp(`[${japanese}]|(?:(?![${japanese}])[\\p{L}\\p{N}\\p{M}])+`, "gu");

const japaneseCharacter = new RegExp(`[${japanese}]`, "u");

/** As texts are compared: half-width kana and full-width letters as everywhere else, small letters. */
export const normalise = (text: string): string => text.normalize("NFKC").toLowerCase();

/** Whether a text is written, in part, without spaces between words: in kanji (also of Chinese) or kana. */
export const hasJapanese = (text: string): boolean => japaneseCharacter.test(text);

/**
 * What a text is made of, in its order: single characters of Japanese, so that a row of them is found inside longer words (船 in 旅客船), and whole words of other scripts.
 * @param text normalised
 */
export const surfaceTokens = (text: string): string[] => text.match(token) ?? [];

/** The same, with where each stands. */
export const findSurfaceTokens = (text: string): { word: string; start: number }[] => Array.from(text.matchAll(token), ({ 0: word, index }) => ({ word, start: index }));
