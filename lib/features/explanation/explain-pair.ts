import pLimit from "p-limit";
import { AppError } from "@/lib/core/errors";
import { processSingleton } from "@/lib/core/process-singleton";
import { nameCaptions } from "@/lib/features/search/refine-query";
import type { NamedCaption } from "@/lib/features/search/search-types";
import { searchEngine } from "@/lib/features/serving/search-engine";
import type { SearchEncoder } from "@/lib/features/serving/searchable";
import type { Explanation } from "./explanation";
import type { ExplainRequest } from "./explain-request";
import { explainTexts } from "./explain-texts";

/** Explanations computed at once, and those that may wait: they share the server's thread with searches. */
const AT_ONCE = 2;
const WAITING = 32;

const limit = () => processSingleton("explanation limit", () => pLimit(AT_ONCE));

/** Answer of GET /api/v1/explain. */
export interface ExplainAnswer extends Explanation {
  model: { id: string; dimensions: number };
  /** The second text's caption, where it was named by one. */
  caption: NamedCaption | null;
  /** Milliseconds. */
  took: number;
}

/** @throws AppError `overloaded` where too many wait */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (limit().pendingCount >= WAITING) throw new AppError("overloaded", "Many explanations are waiting to be computed. Try again in some seconds.", { retryAfter: 2 });
  return limit()(work);
}

/**
 * Why a query finds a text, or a caption of the index.
 * @throws AppError `not_found`, `overloaded`, `model_unavailable`; `index_building` for a caption
 */
export async function explainPair({ a, b, caption }: ExplainRequest): Promise<ExplainAnswer> {
  if (b !== undefined) return searchEngine().useEncoder((encoder) => answer(encoder, a, b, null));
  return searchEngine().use(async (serving) => {
    const [named] = (await nameCaptions(serving, [caption!], "caption")).map(({ caption: found }) => found);
    return answer({ embedder: serving.embedder, dimensions: serving.generation.manifest.model.dimensions }, a, named!.text, named!);
  });
}

async function answer(encoder: SearchEncoder, a: string, b: string, caption: NamedCaption | null): Promise<ExplainAnswer> {
  const start = performance.now();
  const [explanation] = await inTurn(() => explainTexts(encoder, a, [b], { kind: "query", bothSides: true }));
  return { ...explanation!, caption, model: { id: encoder.embedder.model.name, dimensions: encoder.dimensions }, took: Math.round(performance.now() - start) };
}
