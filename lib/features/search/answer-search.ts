import type { Serving } from "@/lib/features/serving/search-engine";
import { findHits } from "./find-hits";
import type { ResultRequest } from "./search-request";
import type { SearchResponse } from "./search-types";

interface Asked {
  query: string;
  vector: Float32Array;
  /** A row to leave out: the caption that looks for others. */
  excluded: number | null;
  /** Milliseconds that embedding took. */
  embedMs: number;
  /** performance.now() at the beginning of the request. */
  start: number;
}

const round = (ms: number) => Math.round(ms * 100) / 100;

/** The hits for a vector, with what answered and how long it took. */
export async function answerSearch(serving: Serving, { query, vector, excluded, embedMs, start }: Asked, request: ResultRequest): Promise<SearchResponse> {
  const { hits, total, searchMs } = await findHits(serving, { vector, excluded }, request);
  const { manifest } = serving.generation;
  return {
    query,
    generation: manifest.id,
    model: { id: manifest.model.name, dimensions: manifest.model.dimensions, device: serving.embedder.device },
    took: { embed: round(embedMs), search: round(searchMs), total: round(performance.now() - start) },
    total,
    hits,
  };
}
