import { z } from "zod";
import type { SearchEncoder } from "@/lib/features/serving/searchable";
import { explainTexts } from "../explain-texts";
import type { Explanation } from "../explanation";
import type { Word } from "../words";
import alignedPairs from "./aligned-pairs.json";

/** Sentences with the words that meet, linked by hand: those that have to be found, and those that may be. Words are given by a part of them. */
const pairs = z.array(z.strictObject({ a: z.string(), b: z.string(), links: z.array(z.tuple([z.string(), z.string()])), possible: z.array(z.tuple([z.string(), z.string()])).default([]) })).parse(alignedPairs);

/** The first word that holds a part of the text. */
function findWord(text: string, words: readonly Word[], part: string): number {
  const at = text.indexOf(part);
  return words.findIndex(({ start, end }) => start < at + part.length && end > at);
}

/** F. J. Och and H. Ney, A Systematic Comparison of Various Statistical Alignment Models (2003): precision by links that may be, recall by those that have to be. */
export async function judgeLinks(encoder: SearchEncoder): Promise<{ precision: number; recall: number; mistakes: string[] }> {
  let [made, right, wanted, found] = [0, 0, 0, 0];
  const mistakes: string[] = [];
  for (const { a, b, links, possible } of pairs) {
    const explained = (await explainTexts(encoder, a, [b], { kind: "document", bothSides: false }))[0] as Explanation;
    const keys = (named: [string, string][]) => new Set(named.map(([first, second]) => `${findWord(a, explained.a.words, first)},${findWord(b, explained.b.words, second)}`));
    const [sure, allowed] = [keys(links), keys([...links, ...possible])];
    const given = new Set(explained.links.map((link) => `${link.a},${link.b}`));
    made += given.size;
    right += [...given].filter((key) => allowed.has(key)).length;
    wanted += sure.size;
    found += [...sure].filter((key) => given.has(key)).length;
    for (const link of explained.links) if (!allowed.has(`${link.a},${link.b}`)) mistakes.push(`${explained.a.words[link.a]!.text}–${explained.b.words[link.b]!.text}`);
  }
  return { precision: right / made, recall: found / wanted, mistakes };
}
