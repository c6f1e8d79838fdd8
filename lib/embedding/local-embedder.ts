import os from "node:os";
import type { Device } from "@/lib/core/devices";
import { assembleEmbedder } from "./assemble-embedder";
import { pieceEmbedding } from "./embed-pieces";
import type { PieceEmbedder } from "./embedder";
import { encodeTexts } from "./encode-texts";
import { LocalEngine } from "./local-engine";
import { ResilientEngine } from "./resilient-engine";
import type { StoredModel } from "./stored-model";
import { loadTokenizer } from "./tokenizer";

/** Most padded tokens of a batch for each thread: larger ones leave a core's cache, smaller ones are mostly overhead. */
const TOKENS_PER_THREAD = 128;

interface LocalOptions {
  model: StoredModel;
  device?: Device;
  /** Path of the graph for the device; the CPU's unless given. */
  graph?: string;
  /**
   * Threads that compute, all available cores but one by default: they wait for each other busily, so that one
   * core taken by another process (database, web server) slows all of them down to less than a single thread.
   */
  threads?: number;
  /** Most padded tokens (rows × longest) of one batch. */
  batchTokens?: number;
  onNotice?: (message: string) => void;
}

/**
 * An embedder on the calling thread, for a text now and then, as a server has them.
 * @throws AppError `model_unavailable`
 */
export async function createLocalEmbedder({ model, device = "cpu", graph = model.graphs.cpu, threads = Math.max(1, os.availableParallelism() - 1), batchTokens = TOKENS_PER_THREAD * threads, onNotice = () => undefined }: LocalOptions): Promise<PieceEmbedder> {
  const open = (on: Device, path: string) => new LocalEngine({ graph: path, device: on, threads, output: model.output, dimensions: model.identity.dimensions }, batchTokens);
  const tokenizer = await loadTokenizer(model.tokenizer);
  const local = open(device, graph);
  await local.open();
  const engine = new ResilientEngine({ engine: local, openCpu: device === "cpu" ? null : () => open("cpu", model.graphs.cpu), onNotice });
  const embedder = assembleEmbedder({
    model,
    engine,
    tokenize: async (texts, signal) => ({ rows: await encodeTexts(tokenizer, texts, signal), padId: tokenizer.padId }),
    tokenizedAhead: 1,
    close: () => engine.close(),
  });
  return Object.assign(embedder, { embedPieces: pieceEmbedding(model, tokenizer, local) });
}
