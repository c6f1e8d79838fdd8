import { type JapaneseToken, openJapaneseTagger } from "@/lib/embedding/split-japanese";

/** IPADIC's tags of words that name something, or tell what it does or is like; each whole. */
const properNames = ["一般", "人名,一般", "人名,姓", "人名,名", "組織", "地域,一般", "地域,国"].map((kind) => `名詞,固有名詞,${kind}`);
const tags = ["名詞,一般", "名詞,サ変接続", "名詞,形容動詞語幹", "名詞,接尾,一般", "動詞,自立", "形容詞,自立", "UNK", ...properNames];

/** Nouns that stand together are names in parts (スケート・ボード); so many at most. */
const MOST_PARTS = 3;

/** Endings of the plural. */
const plurals = new Set(["たち", "達", "ら", "等", "共"]);

const isNoun = ({ partOfSpeech }: JapaneseToken) => partOfSpeech === "名詞" || partOfSpeech === "UNK";
const isSuffix = ({ partOfSpeechSubcategory1 }: JapaneseToken) => partOfSpeechSubcategory1 === "接尾";
const hasLetters = (word: string) => /\p{L}/u.test(word);
const isLoneKana = (word: string) => /^[\p{Script=Hiragana}\p{Script=Katakana}ー]$/u.test(word);
const isHiragana = (word: string) => /^\p{Script=Hiragana}+$/u.test(word);

/** Nouns that stand side by side, one list each. */
function gatherRuns(tokens: readonly JapaneseToken[]): JapaneseToken[][] {
  const runs: JapaneseToken[][] = [];
  let end = -1;
  for (const token of tokens) {
    if (!isNoun(token) || plurals.has(token.surface) || !hasLetters(token.surface)) continue;
    if (token.byteStart === end) runs.at(-1)!.push(token);
    else if (!isSuffix(token)) runs.push([token]);
    else continue;
    end = token.byteEnd;
  }
  return runs;
}

/** Each noun of a run, and those that follow one another as one: スケート, ボード, スケートボード. A suffix is no word of its own. */
function namesIn(run: readonly JapaneseToken[]): string[] {
  return run.flatMap((token, start) => {
    if (isSuffix(token)) return [];
    const surfaces = run.slice(start, start + MOST_PARTS).map(({ surface }) => surface);
    return surfaces.map((_, last) => surfaces.slice(0, last + 1).join("")).filter((name) => !isLoneKana(name));
  });
}

/** Verbs and adjectives as a dictionary has them. Those in hiragana alone are mostly auxiliary (いる, つく), and too often mistaken. */
const qualitiesIn = (tokens: readonly JapaneseToken[]) => tokens.filter((token) => !isNoun(token)).map(({ baseForm, surface }) => baseForm ?? surface).filter((word) => !isHiragana(word));

/**
 * Text → its nouns, verbs and adjectives, these in the form of a dictionary: 一匹の犬が走っている → 犬, 走る. Intl.Segmenter is faster, but knows no parts of speech and cuts
 * verbs where they inflect (走|っ|て|いる). Some 0.15 ms a caption.
 */
export async function openJapaneseWords(): Promise<(text: string) => string[]> {
  const tag = await openJapaneseTagger(tags);
  return (text) => {
    const tokens = tag(text);
    return [...gatherRuns(tokens).flatMap(namesIn), ...qualitiesIn(tokens)];
  };
}
