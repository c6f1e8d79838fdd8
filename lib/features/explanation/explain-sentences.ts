import { searchEngine } from "@/lib/features/serving/search-engine";
import type { Explanation } from "./explanation";
import { inTurn } from "./explain-pair";
import { explainTexts } from "./explain-texts";

/**
 * Why two sentences are as alike as a comparison finds them: neither is looked for by the other, and their vectors are whole.
 * @throws AppError `overloaded`, `model_unavailable`
 */
export async function explainSentences(a: string, b: string): Promise<Explanation> {
  return searchEngine().useEncoder(async ({ embedder }) => {
    const encoder = { embedder, dimensions: embedder.model.dimensions };
    const [explanation] = await inTurn(() => explainTexts(encoder, a, [b], { kind: "query", othersKind: "query", bothSides: true }));
    return explanation!;
  });
}
