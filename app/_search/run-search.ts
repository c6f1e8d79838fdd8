import { toAppError, type ErrorCode } from "@/lib/core/errors";
import { logger } from "@/lib/core/logger";
import { searchCaptions } from "@/lib/features/search/search-captions";
import type { SearchRequest } from "@/lib/features/search/search-request";
import type { SearchResponse } from "@/lib/features/search/search-types";
import type { SearchState } from "./search-state";

export interface Found extends Omit<SearchResponse, "took"> {
  kind: "found";
  /** Milliseconds on the server, embedding included. */
  took: number;
}

export type SearchOutcome = Found | { kind: "building" } | { kind: "failed"; code: ErrorCode; message: string };

/** What one request to the search may ask for. */
const REQUEST_LIMIT = 100;

/** What no log needs to tell: nothing is broken. */
const EXPECTED = new Set<ErrorCode>(["not_found", "invalid_parameter", "overloaded", "too_many_requests"]);

/** An empty list counts as not given. */
const given = <T>(list: T[]) => (list.length > 0 ? list : undefined);

function requestOf({ q, like, unlike, plus, minus, weight, view, language, collection, min }: SearchState): Omit<SearchRequest, "limit" | "offset"> {
  const mode = weight === 0 ? "semantic" : weight === 1 && q !== null ? "lexical" : "hybrid";
  return {
    q: q ?? undefined, like: given(like), unlike: given(unlike), plus: given(plus), minus: given(minus),
    mode, wordsWeight: mode === "hybrid" ? (weight ?? undefined) : undefined,
    group: view === "images" ? "image" : "none", fold: true, language: language ?? undefined, collection: collection ?? undefined, minScore: min ?? undefined,
  };
}

async function collectHits(state: SearchState): Promise<Found> {
  const request = requestOf(state);
  const first = await searchCaptions({ ...request, offset: 0, limit: Math.min(state.shown, REQUEST_LIMIT) });
  const hits = [...first.hits];
  while (hits.length < Math.min(state.shown, first.total)) {
    const more = await searchCaptions({ ...request, offset: hits.length, limit: Math.min(state.shown - hits.length, REQUEST_LIMIT) });
    if (more.hits.length === 0) break;
    hits.push(...more.hits);
  }
  return { ...first, kind: "found", hits, took: first.took.total };
}

/** All hits that a state shows. Never throws: what goes wrong is the outcome. */
export async function runSearch(state: SearchState): Promise<SearchOutcome> {
  try {
    return await collectHits(state);
  } catch (thrown) {
    const { code, message } = toAppError(thrown);
    if (code === "index_building") return { kind: "building" };
    if (!EXPECTED.has(code)) logger().error({ err: thrown }, "a search failed");
    return { kind: "failed", code, message };
  }
}

/** The best score that the query reaches without its minimum; null where nothing passes the other filters either. */
export async function bestScore(state: SearchState): Promise<number | null> {
  const outcome = await runSearch({ ...state, min: null, shown: 1 });
  return outcome.kind === "found" ? (outcome.hits[0]?.score ?? null) : null;
}
