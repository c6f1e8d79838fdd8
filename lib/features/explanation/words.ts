import { alignText } from "@/lib/core/aligned-text";
import { type JapaneseToken, openJapaneseTagger } from "@/lib/embedding/split-japanese";
import { isFunctionWord } from "@/lib/features/lexicon/words";
import { hasJapanese } from "@/lib/features/lexicon/surface-tokens";

/** A word of a text, with its place in UTF-16 units, `end` excluded. */
export interface Word {
  text: string;
  start: number;
  end: number;
  /** Function words (a, the, は, を) say nothing by themselves: they meet no other. */
  kind: "content" | "function";
}

/** Verbs that are mostly auxiliary, in the forms of a dictionary. */
const auxiliaries = new Set(["する", "いる", "ある", "なる", "居る", "有る"]);

type Tag = Pick<JapaneseToken, "partOfSpeech" | "partOfSpeechSubcategory1" | "baseForm" | "surface">;

/** What goes on with the word before it: endings of verbs and adjectives (走っ|て|いる), counters (二|匹), plurals (子供|たち), する behind what is done (診察|し|て|いる). */
function goesOn(last: Tag, { partOfSpeech: part, partOfSpeechSubcategory1: kind, baseForm }: Tag): boolean {
  const inflects = last.partOfSpeech === "動詞" || last.partOfSpeech === "形容詞" || last.partOfSpeech === "助動詞" || (last.partOfSpeech === "助詞" && last.partOfSpeechSubcategory1 === "接続助詞");
  if (part === "助動詞") return inflects;
  if (part === "助詞") return kind === "接続助詞" && inflects;
  if (part === "動詞") return kind === "自立" ? baseForm === "する" && last.partOfSpeechSubcategory1 === "サ変接続" : inflects;
  if (part === "名詞") return kind === "接尾" ? last.partOfSpeech === "名詞" || last.partOfSpeech === "UNK" : kind === "数" && last.partOfSpeechSubcategory1 === "数";
  return false;
}

const contentParts = new Set(["名詞", "動詞", "形容詞", "副詞", "連体詞", "感動詞", "UNK"]);

function isContent({ partOfSpeech, partOfSpeechSubcategory1: kind, baseForm, surface }: Tag): boolean {
  if (partOfSpeech === "UNK") return /[\p{L}\p{N}]/u.test(surface) && !isFunctionWord(surface);
  return contentParts.has(partOfSpeech) && kind !== "非自立" && kind !== "代名詞" && !auxiliaries.has(baseForm ?? surface);
}

interface Run {
  start: number;
  end: number;
  first: Tag;
  last: Tag;
}

function japaneseWords(tag: (text: string) => JapaneseToken[], text: string): (Run & { content: boolean })[] {
  const bytes = Buffer.from(text);
  const indexOf = (byte: number) => bytes.toString("utf8", 0, byte).length;
  const runs: Run[] = [];
  for (const token of tag(text)) {
    if (token.partOfSpeech === "記号" || !/[\p{L}\p{N}]/u.test(token.surface)) continue;
    const [start, end] = [indexOf(token.byteStart), indexOf(token.byteEnd)];
    const before = runs.at(-1);
    if (before?.end === start && goesOn(before.last, token)) Object.assign(before, { end, last: token });
    else runs.push({ start, end, first: token, last: token });
  }
  return runs.map((run) => ({ ...run, content: isContent(run.first) }));
}

const segmenter = new Intl.Segmenter("en", { granularity: "word" });

function spacedWords(text: string): { start: number; end: number; content: boolean }[] {
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment, index }) => ({ start: index, end: index + segment.length, content: !isFunctionWord(segment) }));
}

let tagger: ReturnType<typeof openJapaneseTagger> | undefined;

/**
 * Text → its words, in order, without punctuation. Where it has Japanese, by Lindera with IPADIC, endings kept with what they inflect: Intl.Segmenter cuts 走っている into three. Others by Intl.Segmenter.
 */
export async function openWordReader(): Promise<(text: string) => Word[]> {
  const tag = await (tagger ??= openJapaneseTagger());
  return (text) => {
    const { text: normal, startOf, endOf } = alignText(text, (character) => character.normalize("NFKC").toLowerCase());
    const words = hasJapanese(normal) ? japaneseWords(tag, normal) : spacedWords(normal);
    return words.map(({ start, end, content }): Word => ({ text: text.slice(startOf(start), endOf(end)), start: startOf(start), end: endOf(end), kind: content ? "content" : "function" }));
  };
}
