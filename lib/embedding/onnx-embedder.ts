import os from "node:os";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { AppError } from "@/lib/core/errors";
import { planBatches } from "./batch-plan";
import { embedAhead } from "./embed-ahead";
import type { Embedder } from "./embedder";
import { encodeTexts } from "./encode-texts";
import { loadBundledModel } from "./model-store";
import { loadTokenizer } from "./tokenizer";

type TokenIds = readonly number[];

const OUTPUT = "sentence_embedding";

/** A batch of this size (padded) is fastest: larger ones leave a core's cache, smaller ones are mostly overhead. */
const TOKENS_PER_THREAD = 128;

interface EmbedderOptions {
  /** Folder of the bundled models. */
  modelsDir: string;
  /**
   * Threads that compute, all available cores but one by default: they wait for each other busily, so that one
   * core taken by another process (database, web server) slows all of them down to less than a single thread.
   */
  threads?: number;
  /** Most padded tokens (rows × longest) of one batch. */
  batchTokens?: number;
}

/** Rows of ids, filled up to the longest with padding that the mask hides. */
function toFeeds(rows: readonly TokenIds[], padId: number): Record<string, Tensor> {
  const width = Math.max(...rows.map((ids) => ids.length));
  const ids = new BigInt64Array(rows.length * width).fill(BigInt(padId));
  const mask = new BigInt64Array(rows.length * width);
  rows.forEach((row, r) => {
    row.forEach((id, i) => (ids[r * width + i] = BigInt(id)));
    mask.fill(1n, r * width, r * width + row.length);
  });
  const shape = [rows.length, width];
  return { input_ids: new Tensor("int64", ids, shape), attention_mask: new Tensor("int64", mask, shape) };
}

async function openSession(graph: string, threads: number): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(graph, { executionProviders: ["cpu"], graphOptimizationLevel: "all", intraOpNumThreads: threads });
  } catch (cause) {
    throw new AppError("model_unavailable", `The encoder cannot be started from ${graph}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

async function runBatch(session: InferenceSession, rows: readonly TokenIds[], padId: number): Promise<Float32Array> {
  const vectors = (await session.run(toFeeds(rows, padId), [OUTPUT]))[OUTPUT];
  if (!(vectors?.data instanceof Float32Array)) throw new AppError("internal", `The encoder gave no ${OUTPUT}.`);
  return vectors.data;
}

/**
 * The bundled encoder on the CPU. onnxruntime-node computes on the calling thread, one batch at a time:
 * between two batches the event loop turns, so tokenizing, requests and aborts get their turn there.
 * @throws AppError `model_unavailable`
 */
export async function createEmbedder({ modelsDir, threads = Math.max(1, os.availableParallelism() - 1), batchTokens = TOKENS_PER_THREAD * threads }: EmbedderOptions): Promise<Embedder> {
  const { identity: model, graph, tokenizer: tokenizerFile } = await loadBundledModel(modelsDir);
  const tokenizer = await loadTokenizer(tokenizerFile, model.maxTokens);
  const session = await openSession(graph, threads);

  async function run(ids: readonly TokenIds[], signal?: AbortSignal): Promise<Float32Array> {
    const vectors = new Float32Array(ids.length * model.dimensions);
    for (const batch of planBatches(ids.map(({ length }) => length), batchTokens)) {
      signal?.throwIfAborted();
      const rows = await runBatch(session, batch.map((index) => ids[index] ?? []), tokenizer.padId);
      batch.forEach((index, r) => vectors.set(rows.subarray(r * model.dimensions, (r + 1) * model.dimensions), index * model.dimensions));
    }
    return vectors;
  }

  return {
    model,
    device: "cpu",
    embed: async (texts, { signal } = {}) => run(await encodeTexts(tokenizer, texts, signal), signal),
    embedStream: (chunks, textOf, { signal } = {}) =>
      embedAhead(chunks, { prepare: (items, stopped) => encodeTexts(tokenizer, items.map(textOf), stopped), run }, signal),
    close: () => session.release(),
  };
}
