import { planBatches } from "./batch-plan";
import type { EmbeddedPieces, PieceEmbedder } from "./embedder";
import type { LocalEngine } from "./local-engine";
import type { StoredModel } from "./stored-model";
import type { TextTokenizer } from "./tokenizer";

/** PieceEmbedder.embedPieces of a tokenizer and an engine, on the engine's device. */
export function pieceEmbedding({ prefix }: StoredModel, tokenizer: TextTokenizer, engine: LocalEngine): PieceEmbedder["embedPieces"] {
  return async (texts, { kind = "document", signal } = {}) => {
    const pieces = texts.map((text) => tokenizer.readPieces(text, prefix[kind]));
    const embedded: EmbeddedPieces[] = [];
    for (const batch of planBatches(pieces.map(({ length }) => length), engine.scheme.batchTokens)) {
      const vectors = await engine.runPieces(batch.map((index) => pieces[index]!.map(({ id }) => id)), tokenizer.padId, signal);
      if (!vectors) return null;
      batch.forEach((index, r) => (embedded[index] = { pieces: pieces[index]!, vectors: vectors[r]! }));
    }
    return embedded;
  };
}
