import { searchEngine } from "@/lib/features/serving/search-engine";
import { answerSearch } from "./answer-search";
import { embedQuery } from "./embed-query";
import { readQuery } from "./query";
import type { SearchRequest } from "./search-request";
import type { SearchResponse } from "./search-types";

/**
 * Captions, or images by their captions, nearest to a text in meaning and words.
 * @throws AppError `invalid_parameter`, `index_building`, `index_damaged`, `model_unavailable`
 */
export async function searchCaptions(request: SearchRequest): Promise<SearchResponse> {
  const start = performance.now();
  return searchEngine().use(async (serving) => {
    const { meaning, ...query } = await readQuery(serving, request.q, request.mode, request.wordsWeight);
    const embedStart = performance.now();
    const vector = await embedQuery(serving, meaning);
    return answerSearch(serving, { query: request.q, vector, ...query, excluded: null, embedMs: performance.now() - embedStart, start }, request);
  });
}
