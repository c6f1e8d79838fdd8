import { explainHits } from "@/lib/features/explanation/explain-hits";
import { admitSearch } from "@/lib/features/serving/admit-search";
import { searchEngine, type Serving } from "@/lib/features/serving/search-engine";
import { answerSearch } from "./answer-search";
import { readQuery, WITHOUT_WORDS } from "./query";
import { readSentence } from "./score-meaning";
import { refineQuery } from "./refine-query";
import type { SearchRequest } from "./search-request";
import type { SearchResponse } from "./search-types";

/**
 * Captions, or images by their captions, nearest to a text in meaning and words, and to captions and sentences that more is wanted of.
 * @throws AppError `invalid_parameter`, `not_found`, `index_building`, `index_damaged`, `model_unavailable`, `overloaded`, `too_many_requests`
 */
export async function searchCaptions(request: SearchRequest): Promise<SearchResponse> {
  const start = performance.now();
  return admitSearch(() => searchEngine().use((serving) => search(serving, request, start)));
}

async function search(serving: Serving, request: SearchRequest, start: number): Promise<SearchResponse> {
  const { meaning, ...query } = request.q === undefined ? { meaning: null, ...WITHOUT_WORDS } : await readQuery(serving, request.q, request.mode, request.wordsWeight);
  const embedStart = performance.now();
  const { rows, ...refined } = await refineQuery(serving, meaning, request);
  const isRefined = [request.like, request.unlike, request.plus, request.minus].some((list) => list !== undefined);
  const sentence = meaning === null || isRefined ? null : readSentence(serving.generation, meaning);
  const answer = await answerSearch(serving, { query: request.q ?? "", sentence, ...query, ...refined, without: rows, embedMs: performance.now() - embedStart, start }, request);
  return request.explain ? explainHits(serving, request.q ?? "", answer) : answer;
}
