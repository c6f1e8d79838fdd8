import { stemmer } from "stemmer";
import { eng as functionWords } from "stopword";
import { type JapaneseToken, openJapaneseTagger } from "@/lib/embedding/split-japanese";
import { toHiragana } from "./kana-variants";
import { hasJapanese, normalise, surfaceTokens } from "./surface-tokens";

/** A word of content. */
export interface LexicalWord {
  /** As it is written, normalised. */
  surface: string;
  /** What its forms have in common: 走る of 走っ, "run" of "running". */
  stem: string;
}

const englishFunctionWords = new Set(functionWords);

/** IPADIC's parts of speech that say something of a picture; of verbs and nouns not the auxiliary ones. */
const contentTags = new Set(["名詞", "動詞", "形容詞", "副詞", "連体詞", "UNK"]);
const emptyKinds = new Set(["非自立", "代名詞", "数", "接尾"]);

/** Words that are auxiliary in all but their part of speech: 犬がいる, 船がある, 運転する, この犬. */
const auxiliaries = new Set(["いる", "ある", "する", "なる", "できる", "くる", "いく", "居る", "有る", "この", "その", "あの", "どの"]);

const isContent = ({ partOfSpeech, partOfSpeechSubcategory1, surface, baseForm }: JapaneseToken) =>
  contentTags.has(partOfSpeech) && !emptyKinds.has(partOfSpeechSubcategory1 ?? "") && hasJapanese(surface) && !auxiliaries.has(baseForm ?? surface);

let tagger: ReturnType<typeof openJapaneseTagger> | undefined;

/** English words, and those of languages with spaces; of Latin script stems by M. Porter, An algorithm for suffix stripping (1980), whatever the language: queries do not say theirs. */
function wordsWithSpaces(text: string): LexicalWord[] {
  return surfaceTokens(text)
    .filter((surface) => !hasJapanese(surface) && !isFunctionWord(surface) && /[\p{L}\p{N}]{2}|\p{N}/u.test(surface))
    .map((surface) => ({ surface, stem: /^[a-z]+$/u.test(surface) ? stemmer(surface) : surface }));
}

function japaneseWords(tag: (text: string) => JapaneseToken[], text: string): LexicalWord[] {
  return tag(text)
    .filter(isContent)
    .map(({ surface, baseForm }) => ({ surface, stem: baseForm ?? surface }));
}

/** Japanese word → how it is read, in hiragana; null where the dictionary does not know. */
export async function openReadings(): Promise<(word: string) => string | null> {
  const tag = await (tagger ??= openJapaneseTagger());
  return (word) => {
    const readings = tag(word).map(({ reading }) => reading);
    return readings.every((reading) => reading !== undefined && reading !== "*") ? toHiragana(readings.join("")) : null;
  };
}

/** Whether a word is one of those that say nothing by themselves. @param word in normal form */
export const isFunctionWord = (word: string): boolean => englishFunctionWords.has(word);

export type WordReader = (text: string) => LexicalWord[];

/**
 * Text → its words of content, those of Japanese by Lindera with IPADIC (135 MB, opened once a process, half a second), some 0.15 ms a caption.
 * Texts are taken by their script, not by a language: a query has none.
 */
export async function openWordReader(): Promise<WordReader> {
  const tag = await (tagger ??= openJapaneseTagger());
  return (text) => {
    const normal = normalise(text);
    const spaced = wordsWithSpaces(normal);
    return hasJapanese(normal) ? [...japaneseWords(tag, normal), ...spaced] : spaced;
  };
}
