import { searchEngine } from "@/lib/features/serving/search-engine";
import { findHits } from "./find-hits";
import type { SearchRequest } from "./search-request";
import type { SearchResponse } from "./search-types";

const round = (ms: number) => Math.round(ms * 100) / 100;

/**
 * Captions, or images by their captions, nearest in meaning to a text.
 * @throws AppError `index_building`, `index_damaged`, `model_unavailable`
 */
export async function searchCaptions(request: SearchRequest): Promise<SearchResponse> {
  const start = performance.now();
  const serving = await searchEngine().serve();
  const embedStart = performance.now();
  const vector = await serving.embedder.embed([request.q]);
  const embedMs = performance.now() - embedStart;
  const { hits, total, searchMs } = await findHits(serving, { vector, excluded: null }, request);
  const { manifest } = serving.generation;
  return {
    query: request.q,
    generation: manifest.id,
    model: { id: manifest.model.name, dimensions: manifest.model.dimensions, device: serving.embedder.device },
    took: { embed: round(embedMs), search: round(searchMs), total: round(performance.now() - start) },
    total,
    hits,
  };
}
