import type { Serving } from "@/lib/features/serving/search-engine";
import { passingRows } from "@/lib/features/search/caption-filter";
import { placeRows } from "@/lib/features/search/place-rows";
import { readQuery } from "@/lib/features/search/query";
import { refineQuery } from "@/lib/features/search/refine-query";
import type { SearchMode } from "@/lib/features/search/search-request";

/** Where a query of one word finds a caption that has it. */
export interface WordFound {
  word: string;
  /** Captions that have the word, in any form. */
  captions: number;
  /** Rank of the first caption that has it, by meaning alone and as searches do; from 1. */
  semantic: number;
  hybrid: number;
}

export async function findWord(serving: Serving, word: string): Promise<WordFound> {
  const { words } = await readQuery(serving, word, "hybrid", undefined);
  const hasWord = (row: number) => (words?.scores.of(row) ?? 0) > 0;
  const rank = (mode: SearchMode) => rankOf(serving, word, mode, hasWord);
  return { word, captions: words?.captions[0] ?? 0, semantic: await rank("semantic"), hybrid: await rank("hybrid") };
}

async function rankOf(serving: Serving, word: string, mode: SearchMode, hasWord: (row: number) => boolean): Promise<number> {
  const { generation } = serving;
  const { meaning, words, effort } = await readQuery(serving, word, mode, undefined);
  const { vector } = await refineQuery(serving, meaning, {});
  let before = 0;
  for (const step of placeRows({ generation, vector, words, effort, passing: passingRows(generation, {}) })) {
    const at = step.findIndex(({ row }) => hasWord(row));
    if (at >= 0) return before + at + 1;
    before += step.length;
  }
  return Infinity;
}
