import { toAppError, type ErrorCode } from "@/lib/core/errors";
import { logger } from "@/lib/core/logger";
import { findSimilar } from "@/lib/features/search/find-similar";
import { searchCaptions } from "@/lib/features/search/search-captions";
import type { ResultRequest } from "@/lib/features/search/search-request";
import type { SearchHit, SearchResponse, SimilarResponse } from "@/lib/features/search/search-types";
import type { SearchState } from "./search-state";

export interface Found {
  kind: "found";
  hits: SearchHit[];
  total: number;
  /** Milliseconds on the server, embedding included. */
  took: number;
  /** The caption whose like are looked for. */
  like: SimilarResponse["caption"] | null;
}

export type SearchOutcome = Found | { kind: "building" } | { kind: "failed"; code: ErrorCode; message: string };

/** What one request to the search may ask for. */
const REQUEST_LIMIT = 100;

type Search = (request: ResultRequest) => Promise<SearchResponse | SimilarResponse>;

function searchOf({ q, like }: SearchState): Search {
  if (like !== null) return (request) => findSimilar(like, request);
  return (request) => searchCaptions({ ...request, q: q ?? "", mode: "hybrid" });
}

function requestOf({ view, language, collection, min }: SearchState): Omit<ResultRequest, "limit" | "offset"> {
  return { group: view === "images" ? "image" : "none", language: language ?? undefined, collection: collection ?? undefined, minScore: min ?? undefined };
}

async function collectHits(state: SearchState): Promise<Found> {
  const [search, request] = [searchOf(state), requestOf(state)];
  const first = await search({ ...request, offset: 0, limit: Math.min(state.shown, REQUEST_LIMIT) });
  const hits = [...first.hits];
  while (hits.length < Math.min(state.shown, first.total)) {
    const more = await search({ ...request, offset: hits.length, limit: Math.min(state.shown - hits.length, REQUEST_LIMIT) });
    if (more.hits.length === 0) break;
    hits.push(...more.hits);
  }
  return { kind: "found", hits, total: first.total, took: first.took.total, like: "caption" in first ? first.caption : null };
}

/** All hits that a state shows. Never throws: what goes wrong is the outcome. */
export async function runSearch(state: SearchState): Promise<SearchOutcome> {
  try {
    return await collectHits(state);
  } catch (thrown) {
    const { code, message } = toAppError(thrown);
    if (code === "index_building") return { kind: "building" };
    if (code !== "not_found") logger().error({ err: thrown }, "a search failed");
    return { kind: "failed", code, message };
  }
}

/** The best score that the query reaches without its minimum; null where nothing passes the other filters either. */
export async function bestScore(state: SearchState): Promise<number | null> {
  const outcome = await runSearch({ ...state, min: null, shown: 1 });
  return outcome.kind === "found" ? (outcome.hits[0]?.score ?? null) : null;
}
