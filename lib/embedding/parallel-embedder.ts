import os from "node:os";
import { assembleEmbedder, TOKENS_PER_THREAD } from "./assemble-embedder";
import type { Embedder } from "./embedder";
import { EncoderPool } from "./encoder-pool";
import { loadBundledModel } from "./model-store";
import { loadTokenizer } from "./tokenizer";

const MOST_WORKERS = 8;

/** Batches a worker has before it, some hundredths of a second each, so that it stays busy while this thread tokenizes or saves. */
const AHEAD = 4;

interface ParallelOptions {
  /** Folder of the bundled models. */
  modelsDir: string;
  /** Worker threads, a core each by default, at most 8. */
  workers?: number;
}

/**
 * The bundled encoder on all cores, for much text: this thread tokenizes while single-threaded workers compute,
 * which on two cores is twice as fast as one session with two threads. Vectors equal those of createEmbedder.
 * @throws AppError `model_unavailable`; its methods throw `internal` where a worker fails or ends
 */
export async function createParallelEmbedder({ modelsDir, workers = Math.min(os.availableParallelism(), MOST_WORKERS) }: ParallelOptions): Promise<Embedder> {
  const { identity: model, graph, tokenizer: tokenizerFile } = await loadBundledModel(modelsDir);
  const tokenizer = await loadTokenizer(tokenizerFile, model.maxTokens);
  const pool = new EncoderPool({ graph, padId: tokenizer.padId }, Math.max(1, workers));
  return assembleEmbedder({
    model,
    tokenizer,
    batchTokens: TOKENS_PER_THREAD,
    lanes: Math.max(1, workers) * AHEAD,
    runBatch: (rows) => pool.run(rows),
    close: () => pool.close(),
  });
}
