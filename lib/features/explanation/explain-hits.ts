import { readQueryText } from "@/lib/features/lexicon/query-text";
import type { SearchResponse } from "@/lib/features/search/search-types";
import type { Serving } from "@/lib/features/serving/search-engine";
import type { Explanation } from "./explanation";
import { inTurn } from "./explain-pair";
import { explainTexts } from "./explain-texts";

/** Hits of one answer that are explained: a search explains what people look at first. */
export const MOST_EXPLAINED = 10;

/**
 * The same answer with the explanation of each of its first hits by its best caption; of those after them null, as where captions and sentences alone say what is looked for.
 * @param query as it was typed, or the caption whose like is looked for
 * @throws AppError `overloaded`, `model_unavailable`
 */
export async function explainHits<T extends SearchResponse>({ embedder, generation }: Serving, query: string, answer: T): Promise<T> {
  const meaning = readQueryText(query).meaning;
  const captions = answer.hits.slice(0, MOST_EXPLAINED).map(({ captions: [best] }) => best!.text);
  const encoder = { embedder, dimensions: generation.manifest.model.dimensions };
  const explained: Explanation[] = meaning === "" ? [] : await inTurn(() => explainTexts(encoder, meaning, captions, { kind: "query", bothSides: false }));
  return { ...answer, hits: answer.hits.map((hit, i) => ({ ...hit, explanation: explained[i] ?? null })) };
}
