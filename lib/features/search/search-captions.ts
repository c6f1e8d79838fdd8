import { searchEngine } from "@/lib/features/serving/search-engine";
import { answerSearch } from "./answer-search";
import { embedQuery } from "./embed-query";
import type { SearchRequest } from "./search-request";
import type { SearchResponse } from "./search-types";

/**
 * Captions, or images by their captions, nearest in meaning to a text.
 * @throws AppError `index_building`, `index_damaged`, `model_unavailable`
 */
export async function searchCaptions(request: SearchRequest): Promise<SearchResponse> {
  const start = performance.now();
  return searchEngine().use(async (serving) => {
    const embedStart = performance.now();
    const vector = await embedQuery(serving, request.q);
    return answerSearch(serving, { query: request.q, vector, excluded: null, embedMs: performance.now() - embedStart, start }, request);
  });
}
