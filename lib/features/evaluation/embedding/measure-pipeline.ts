import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import type { Database } from "@/lib/database/client";
import { readPending, saveEmbeddings, type PendingCaption } from "@/lib/database/embeddings";
import { WHOLE_CORPUS } from "@/lib/database/corpus";
import { insertJob } from "@/lib/database/jobs";
import { saveModel } from "@/lib/database/models";
import { createBulkEmbedder } from "@/lib/embedding/bulk-embedder";
import type { Embedder } from "@/lib/embedding/embedder";
import { loadBundledModel } from "@/lib/embedding/model-store";
import type { StoredModel } from "@/lib/embedding/stored-model";
import { type DeviceUse, openPacedEngine } from "@/lib/embedding/testing/paced-engine";
import type { PreparedEncoder } from "@/lib/features/models/prepared-encoder";
import { CHUNK, embedCaptions } from "@/lib/features/reindexing/embed-captions";
import { ProgressMeter } from "@/lib/features/jobs/progress-meter";
import { chunksOf } from "./chunks-of";
import { fillDatabase } from "./fill-database";

/** What of the pipeline runs. */
export type PipelinePart = "read" | "tokenize" | "save" | "all but saving" | "all";

export interface PartMeasurement {
  part: PipelinePart;
  captionsPerSecond: number;
  /** Share of the time from the device's first batch to its last one in which it had none; null where no device took part. */
  deviceIdle: number | null;
  /** Share of the time in which the main thread was busy. */
  mainThread: number;
}

export interface PipelineMeasurement {
  captions: number;
  devicePerSecond: number;
  parts: PartMeasurement[];
  /** Resident memory (MB) after the first fifth of the whole pipeline and its peak after that. */
  memory: { early: number; peak: number };
}

interface PipelineOptions {
  modelsDir: string;
  texts: readonly string[];
  /** What the device embeds a second. */
  devicePerSecond: number;
  signal: AbortSignal;
  onPart: (part: PipelinePart) => void;
}

/** A device too fast to be waited for: for measuring the tokenizer. */
const AT_ONCE = 1e9;

const megabytes = () => Math.round(process.memoryUsage.rss() / 2 ** 20);

async function timed(part: PipelinePart, captions: number, work: () => Promise<DeviceUse | null>): Promise<PartMeasurement> {
  const start = performance.now();
  const before = performance.eventLoopUtilization();
  const use = await work();
  const mainThread = performance.eventLoopUtilization(before).utilization;
  const milliseconds = use?.totalMs ?? performance.now() - start;
  return { part, captionsPerSecond: captions / (milliseconds / 1000), deviceIdle: use && use.idleMs / use.totalMs, mainThread };
}

class Pipeline {
  readonly memory = { early: 0, peak: 0 };

  constructor(private readonly db: Database, private readonly modelId: number, private readonly model: StoredModel, private readonly options: PipelineOptions) {}

  async read(): Promise<null> {
    for await (const rows of readPending(this.db, this.modelId, CHUNK)) if (rows.length === 0) break;
    return null;
  }

  tokenize() {
    return this.withDevice(AT_ONCE, (embedder) => this.drain(embedder, chunksOf(this.options.texts, CHUNK), (text) => text));
  }

  async save(): Promise<null> {
    const { dimensions } = this.model.identity;
    const vectors = new Float32Array(CHUNK * dimensions).fill(1 / Math.sqrt(dimensions));
    const rows = await this.db.caption.findMany({ select: { id: true, text: true, textHash: true }, orderBy: { id: "asc" } });
    for await (const chunk of chunksOf(rows, CHUNK)) await saveEmbeddings(this.db, this.modelId, chunk, vectors.subarray(0, chunk.length * dimensions));
    await this.clear();
    return null;
  }

  allButSaving() {
    return this.withDevice(this.options.devicePerSecond, (embedder) => this.drain(embedder, readPending(this.db, this.modelId, CHUNK), ({ text }: PendingCaption) => text));
  }

  async all() {
    const { db, modelId, options } = this;
    const { id: jobId } = await insertJob(db, { kind: "ingest", parameters: "{}", requestedBy: "measurement", wants: null });
    const meter = new ProgressMeter(({ done }) => this.watchMemory(done));
    return this.withDevice(options.devicePerSecond, async (embedder) => {
      const open = () => Promise.resolve({ embedder, choice: { wish: embedder.device, device: embedder.device, reports: [] } });
      const encoder: PreparedEncoder = { model: this.model, reference: { kind: "bundled", id: this.model.identity.name }, settings: {}, open, close: () => Promise.resolve() };
      await embedCaptions({ db, jobId, meter, signal: options.signal }, encoder, { modelId, slice: WHOLE_CORPUS, onDevice: () => undefined, onNotice: () => undefined });
    });
  }

  async clear(): Promise<void> {
    await this.db.embedding.deleteMany();
  }

  private async drain<T>(embedder: Embedder, chunks: AsyncIterable<T[]>, textOf: (item: T) => string): Promise<void> {
    for await (const { items } of embedder.embedStream(chunks, textOf, { signal: this.options.signal })) if (items.length === 0) break;
  }

  private async withDevice(rowsPerSecond: number, work: (embedder: Embedder) => Promise<void>) {
    const { model } = this;
    const { engine, use } = openPacedEngine(rowsPerSecond, model.identity.dimensions);
    const embedder = createBulkEmbedder({ model, engine });
    try {
      await work(embedder);
      return use();
    } finally {
      await embedder.close();
    }
  }

  private watchMemory(done: number): void {
    if (done < this.options.texts.length / 5) this.memory.early = megabytes();
    else this.memory.peak = Math.max(this.memory.peak, megabytes());
  }
}

/** Embeds captions in a database of its own with a device that sleeps in place of computing: what is around the device, alone and together. */
export async function measurePipeline(options: PipelineOptions): Promise<PipelineMeasurement> {
  const { modelsDir, texts, devicePerSecond, signal, onPart } = options;
  const model = await loadBundledModel(modelsDir);
  const folder = await mkdtemp(path.join(tmpdir(), "kotomap-pipeline-"));
  const db = await fillDatabase(folder, texts);
  const { name, sha256, dimensions } = model.identity;
  try {
    const pipeline = new Pipeline(db, await saveModel(db, { name, sha256, dimensions, reference: "{}", settings: "{}" }), model, options);
    const parts: PartMeasurement[] = [];
    const works = { read: () => pipeline.read(), tokenize: () => pipeline.tokenize(), save: () => pipeline.save(), "all but saving": () => pipeline.allButSaving(), all: () => pipeline.all() };
    for (const [part, work] of Object.entries(works) as [PipelinePart, () => ReturnType<Pipeline["allButSaving"]>][]) {
      signal.throwIfAborted();
      onPart(part);
      parts.push(await timed(part, texts.length, work));
    }
    return { captions: texts.length, devicePerSecond, parts, memory: pipeline.memory };
  } finally {
    await db.$disconnect();
    await rm(folder, { recursive: true });
  }
}
