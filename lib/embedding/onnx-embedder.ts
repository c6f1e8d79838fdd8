import os from "node:os";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { AppError } from "@/lib/core/errors";
import { assembleEmbedder, TOKENS_PER_THREAD } from "./assemble-embedder";
import type { Embedder } from "./embedder";
import { loadBundledModel } from "./model-store";
import { loadTokenizer } from "./tokenizer";
import type { TokenRows } from "./token-rows";

const OUTPUT = "sentence_embedding";

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
function toFeeds(rows: TokenRows, padId: number): Record<string, Tensor> {
  const width = Math.max(...rows.map((ids) => ids.length));
  const ids = new BigInt64Array(rows.length * width).fill(BigInt(padId));
  const mask = new BigInt64Array(rows.length * width);
  rows.forEach((row, r) => {
    ids.set(Array.from(row, BigInt), r * width);
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

/** Token ids → vectors, one batch at a time, on the calling thread and `threads` − 1 others. */
export interface BatchEncoder {
  /** @returns rows × dimensions values, row-major */
  run: (rows: TokenRows) => Promise<Float32Array>;
  close: () => Promise<void>;
}

/**
 * @param graph path of the ONNX graph
 * @throws AppError `model_unavailable`
 */
export async function openBatchEncoder(graph: string, { padId, threads }: { padId: number; threads: number }): Promise<BatchEncoder> {
  const session = await openSession(graph, threads);
  return {
    run: async (rows) => {
      const vectors = (await session.run(toFeeds(rows, padId), [OUTPUT]))[OUTPUT];
      if (!(vectors?.data instanceof Float32Array)) throw new AppError("internal", `The encoder gave no ${OUTPUT}.`);
      return vectors.data;
    },
    close: () => session.release(),
  };
}

/**
 * The bundled encoder on the CPU. onnxruntime-node computes on the calling thread, one batch at a time:
 * between two batches the event loop turns, so tokenizing, requests and aborts get their turn there.
 * @throws AppError `model_unavailable`
 */
export async function createEmbedder({ modelsDir, threads = Math.max(1, os.availableParallelism() - 1), batchTokens = TOKENS_PER_THREAD * threads }: EmbedderOptions): Promise<Embedder> {
  const { identity: model, graph, tokenizer: tokenizerFile } = await loadBundledModel(modelsDir);
  const tokenizer = await loadTokenizer(tokenizerFile, model.maxTokens);
  const { run, close } = await openBatchEncoder(graph, { padId: tokenizer.padId, threads });
  return assembleEmbedder({ model, tokenizer, batchTokens, lanes: 1, runBatch: run, close });
}
