import { performance } from "node:perf_hooks";
import { createBulkEmbedder } from "@/lib/embedding/bulk-embedder";
import type { Embedder } from "@/lib/embedding/embedder";
import { EncoderEngine } from "@/lib/embedding/encoder-engine";
import type { StoredModel } from "@/lib/embedding/stored-model";
import { CHUNK } from "@/lib/features/reindexing/embed-captions";
import { chunksOf } from "./chunks-of";
import { type Contender, SAMPLE, timeSeconds } from "./contender";

/** Milliseconds in which the automatic one finds its batches. */
const WARM_UP = 10_000;
/** Padded tokens of a batch for each thread, where they are not found by measuring. */
const TOKENS = 128;

interface OwnOptions {
  /** Sessions side by side; found by measuring unless given. */
  workers?: number;
  /** Threads of one session. */
  threads?: number;
}

/** Share of the time of its rounds in which the main thread was busy. */
export interface MainThreadUse {
  busy: number;
}

function openEmbedder(model: StoredModel, { workers, threads = 1 }: OwnOptions): Embedder {
  if (threads === 1) return createBulkEmbedder({ model, workers });
  const setup = { graph: model.graphs.cpu, device: "cpu", threads, output: model.output, dimensions: model.identity.dimensions } as const;
  return createBulkEmbedder({ model, engine: new EncoderEngine(setup, [{ workers: workers ?? 1, batchTokens: TOKENS * threads }]) });
}

/** From texts to vectors as an ingest does it, database and files left out. */
export function ownContender(model: StoredModel, texts: readonly string[], options: OwnOptions = {}): Contender & MainThreadUse {
  const embedder = openEmbedder(model, options);
  async function embedAll(): Promise<void> {
    for await (const { items } of embedder.embedStream(chunksOf(texts, CHUNK), (text) => text)) if (items.length === 0) break;
  }
  return {
    busy: 0,
    async open() {
      for (const start = performance.now(); performance.now() - start < WARM_UP; ) await embedAll();
      return { about: "", sample: await embedder.embed(texts.slice(0, SAMPLE)) };
    },
    async round() {
      const before = performance.eventLoopUtilization();
      const seconds = await timeSeconds(embedAll);
      this.busy = performance.eventLoopUtilization(before).utilization;
      return seconds;
    },
    close: () => embedder.close(),
  };
}
