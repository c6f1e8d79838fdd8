import { row } from "@/lib/core/vector";
import { planBatches } from "./batch-plan";
import { embedAhead } from "./embed-ahead";
import type { Embedder, ModelIdentity } from "./embedder";
import { encodeTexts } from "./encode-texts";
import type { TextTokenizer } from "./tokenizer";
import type { TokenRows } from "./token-rows";

/** Most padded tokens of a batch for each thread: larger ones leave a core's cache, smaller ones are mostly overhead. */
export const TOKENS_PER_THREAD = 128;

interface Parts {
  model: ModelIdentity;
  tokenizer: TextTokenizer;
  /** Most padded tokens (rows × longest) of one batch. */
  batchTokens: number;
  /** Batches under way at once. */
  lanes: number;
  /** Rows of ids → rows × dimensions values. */
  runBatch: (rows: TokenRows) => Promise<Float32Array>;
  close: () => Promise<void>;
}

/** An embedder that tokenizes on the calling thread and leaves the batches to `runBatch`. An abort or a failure starts no further batch. */
export function assembleEmbedder({ model, tokenizer, batchTokens, lanes, runBatch, close }: Parts): Embedder {
  async function run(texts: TokenRows, signal?: AbortSignal): Promise<Float32Array> {
    const vectors = new Float32Array(texts.length * model.dimensions);
    const batches = planBatches(texts.map(({ length }) => length), batchTokens);
    const waiting = batches.values();
    let failed = false;

    async function runLane(): Promise<void> {
      for (const batch of waiting) {
        signal?.throwIfAborted();
        if (failed) return;
        const rows = await runBatch(batch.map((index) => texts[index] ?? []));
        batch.forEach((index, r) => vectors.set(row(rows, r, model.dimensions), index * model.dimensions));
      }
    }

    try {
      await Promise.all(Array.from({ length: Math.min(lanes, batches.length) }, runLane));
    } catch (error) {
      failed = true;
      throw error;
    }
    return vectors;
  }

  return {
    model,
    device: "cpu",
    embed: async (texts, { signal } = {}) => run(await encodeTexts(tokenizer, texts, signal), signal),
    embedStream: (chunks, textOf, { signal } = {}) =>
      embedAhead(chunks, { prepare: (items, stopped) => encodeTexts(tokenizer, items.map(textOf), stopped), run }, signal),
    close,
  };
}
