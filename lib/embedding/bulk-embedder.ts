import os from "node:os";
import type { Device } from "@/lib/core/devices";
import { assembleEmbedder, type TokenizedTexts } from "./assemble-embedder";
import { bulkSchemes } from "./bulk-schemes";
import type { BatchScheme } from "./batch-scheme";
import type { Embedder } from "./embedder";
import { type BatchEngine, EncoderEngine } from "./encoder-engine";
import { ResilientEngine } from "./resilient-engine";
import type { StoredModel } from "./stored-model";
import { ThreadPool } from "./thread-pool";
import { type PaddedRows, type TokenRows, unpackRows } from "./token-rows";

/** Texts tokenized by a thread in one go: some hundredths of a second of work. */
const SLICE = 256;
const MOST_TOKENIZERS = 4;

interface BulkOptions {
  model: StoredModel;
  device?: Device;
  /** Path of the graph for the device; the CPU's unless given. */
  graph?: string;
  /** Sessions side by side; found by measuring unless given. */
  workers?: number;
  /** What was found to be a good start. */
  scheme?: BatchScheme;
  /** Told, for people, of batches or a device that failed and what follows from it. */
  onNotice?: (message: string) => void;
  /** Another engine than that of the device: for measuring what is around it. */
  engine?: BatchEngine;
}

/** Tokenizer threads: a CPU that embeds leaves one little to do, a fast device needs several. */
function openTokenizers({ tokenizer }: StoredModel, threads: number) {
  const pool = new ThreadPool<string[], PaddedRows>({ what: "tokenizer", module: "tokenizer-worker.ts", setup: tokenizer }, threads);
  async function tokenize(texts: readonly string[], signal?: AbortSignal): Promise<TokenizedTexts> {
    const slices = Array.from({ length: Math.ceil(texts.length / SLICE) }, (_, i) => texts.slice(i * SLICE, (i + 1) * SLICE));
    const parts = await Promise.all(slices.map((slice) => pool.ask(slice)));
    signal?.throwIfAborted();
    return { rows: parts.flatMap((part): TokenRows => unpackRows(part)), padId: parts[0]?.padId ?? 0 };
  }
  return { tokenize, close: () => pool.close() };
}

/**
 * An embedder for much text. Threads tokenize and compute, side by side, while the calling thread is free: on two cores,
 * two sessions of one thread are twice as fast as one session of two. How many and how large the batches are is found by measuring.
 * Its methods throw AppError `internal` where a worker fails and nothing can take over.
 */
export function createBulkEmbedder({ model, device = "cpu", graph = model.graphs.cpu, workers, scheme, onNotice = () => undefined, engine }: BulkOptions): Embedder {
  const { output, identity } = model;
  const open = (on: Device, path: string, first?: BatchScheme) =>
    new EncoderEngine({ graph: path, device: on, threads: 1, output, dimensions: identity.dimensions }, bulkSchemes(on, { workers, first }));
  const resilient = new ResilientEngine({
    engine: engine ?? open(device, graph, scheme),
    openCpu: (engine?.device ?? device) === "cpu" ? null : () => open("cpu", model.graphs.cpu),
    onNotice,
  });
  const tokenizerThreads = resilient.device === "cpu" ? 1 : Math.min(os.availableParallelism(), MOST_TOKENIZERS);
  const tokenizers = openTokenizers(model, tokenizerThreads);
  return assembleEmbedder({
    model,
    engine: resilient,
    tokenize: tokenizers.tokenize,
    tokenizedAhead: 1 + tokenizerThreads,
    close: async () => void (await Promise.all([tokenizers.close(), resilient.close()])),
  });
}
