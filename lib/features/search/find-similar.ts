import { AppError } from "@/lib/core/errors";
import { row as rowOf } from "@/lib/core/vector";
import { readCaptions, readImages } from "@/lib/database/captions";
import { searchEngine } from "@/lib/features/serving/search-engine";
import { findHits } from "./find-hits";
import type { ResultRequest } from "./search-request";
import type { SimilarResponse } from "./search-types";

/**
 * What is nearest in meaning to a caption of the index, the caption itself left out.
 * @param captionId as in search results
 * @throws AppError `not_found`, and as searchCaptions
 */
export async function findSimilar(captionId: string, request: ResultRequest): Promise<SimilarResponse> {
  const start = performance.now();
  const serving = await searchEngine().serve();
  const { db, generation } = serving;
  const id = /^\d{1,10}$/.test(captionId) ? Number(captionId) : null;
  const row = id === null ? null : generation.rowOfCaption(id);
  if (id === null || row === null) throw new AppError("not_found", `There is no caption ${captionId} in the index.`, { field: "id" });
  const imageId = generation.labels.imageIds[row] as number;
  const [caption, image] = [(await readCaptions(db, [id])).get(id), (await readImages(db, [imageId])).get(imageId)];
  if (!caption || !image) throw new AppError("not_found", `The caption ${captionId} is in the index but no longer in the database.`, { field: "id" });

  const vector = rowOf(generation.vectors, row, generation.manifest.model.dimensions);
  const { hits, total, searchMs } = await findHits(serving, { vector, excluded: row }, request);
  const { manifest } = generation;
  const round = (ms: number) => Math.round(ms * 100) / 100;
  return {
    query: caption.text,
    caption: { ...caption, id: String(caption.id), image: { collection: image.collection, id: image.externalId } },
    generation: manifest.id,
    model: { id: manifest.model.name, dimensions: manifest.model.dimensions, device: serving.embedder.device },
    took: { embed: 0, search: round(searchMs), total: round(performance.now() - start) },
    total,
    hits,
  };
}
