import { AppError } from "@/lib/core/errors";
import { row as rowOf } from "@/lib/core/vector";
import { readCaptions, readImages } from "@/lib/database/captions";
import { searchEngine, type Serving } from "@/lib/features/serving/search-engine";
import { answerSearch } from "./answer-search";
import { WITHOUT_WORDS } from "./query";
import type { ResultRequest } from "./search-request";
import type { SimilarResponse } from "./search-types";

/**
 * What is nearest in meaning to a caption of the index, the caption itself left out.
 * @param captionId as in search results
 * @throws AppError `not_found`, and as searchCaptions
 */
export async function findSimilar(captionId: string, request: ResultRequest): Promise<SimilarResponse> {
  const start = performance.now();
  return searchEngine().use((serving) => similarTo(serving, captionId, request, start));
}

async function similarTo(serving: Serving, captionId: string, request: ResultRequest, start: number): Promise<SimilarResponse> {
  const { db, generation } = serving;
  const id = /^\d{1,10}$/.test(captionId) ? Number(captionId) : null;
  const row = id === null ? null : generation.rowOfCaption(id);
  if (id === null || row === null) throw new AppError("not_found", `There is no caption ${captionId} in the index.`, { field: "id" });
  const imageId = generation.labels.imageIds[row] as number;
  const [caption, image] = [(await readCaptions(db, [id])).get(id), (await readImages(db, [imageId])).get(imageId)];
  if (!caption || !image) throw new AppError("not_found", `The caption ${captionId} is in the index but no longer in the database.`, { field: "id" });

  const vector = rowOf(generation.vectors, row, generation.manifest.model.dimensions);
  const answer = await answerSearch(serving, { query: caption.text, vector, ...WITHOUT_WORDS, excluded: row, embedMs: 0, start }, request);
  return { ...answer, caption: { ...caption, id: String(caption.id), image: { collection: image.collection, id: image.externalId } } };
}
