import { row as rowOf } from "@/lib/core/vector";
import { explainHits } from "@/lib/features/explanation/explain-hits";
import { admitSearch } from "@/lib/features/serving/admit-search";
import { searchEngine, type Serving } from "@/lib/features/serving/search-engine";
import { answerSearch } from "./answer-search";
import { WITHOUT_WORDS } from "./query";
import { nameCaptions } from "./refine-query";
import type { ResultRequest } from "./search-request";
import type { NamedCaption, SimilarResponse } from "./search-types";

/**
 * What is nearest in meaning to a caption of the index, the caption itself left out.
 * @param captionId as in search results
 * @throws AppError `not_found`, and as searchCaptions
 */
export async function findSimilar(captionId: string, request: ResultRequest): Promise<SimilarResponse> {
  const start = performance.now();
  return admitSearch(() => searchEngine().use((serving) => similarTo(serving, captionId, request, start)));
}

async function similarTo(serving: Serving, captionId: string, request: ResultRequest, start: number): Promise<SimilarResponse> {
  const [{ row, caption }] = (await nameCaptions(serving, [captionId], "id")) as [{ row: number; caption: NamedCaption }];
  const vector = rowOf(serving.generation.vectors, row, serving.generation.manifest.model.dimensions);
  const answer = await answerSearch(serving, { query: caption.text, sentence: caption, like: [caption], unlike: [], vector, ...WITHOUT_WORDS, without: [row], embedMs: 0, start }, request);
  const explained = request.explain ? await explainHits(serving, caption.text, answer) : answer;
  return { ...explained, caption };
}
