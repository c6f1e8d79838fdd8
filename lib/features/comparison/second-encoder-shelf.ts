import fs from "node:fs/promises";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import pLimit from "p-limit";
import { availableMemory } from "@/lib/core/available-memory";
import { AppError } from "@/lib/core/errors";
import { logger } from "@/lib/core/logger";
import type { PieceEmbedder, TextKind } from "@/lib/embedding/embedder";
import { createLocalEmbedder } from "@/lib/embedding/local-embedder";
import type { StoredModel } from "@/lib/embedding/stored-model";

/** Milliseconds after which an encoder that nobody compares with is closed. */
const IDLE = 2 * 60_000;
/** Comparisons that may wait for their turn. */
const WAITING = 16;
/** Texts embedded before searches get the thread again. */
const SLICE = 8;
/** What a session takes of memory, in multiples of its files, and beside them: the bundled model's 34 MB take 110. */
const MEMORY = 2.5;
const RESERVE = 64e6;

/** A model by its identity, opened where it is needed. */
export interface WantedEncoder {
  sha256: string;
  open: () => Promise<StoredModel>;
}

/** Vectors of texts by a second encoder. */
export interface SecondVectors {
  name: string;
  dimensions: number;
  /** texts × dimensions, row-major, rows of length 1. */
  vectors: Float32Array;
}

/** Bytes of the graph and what lies beside it, other graphs left out. */
async function sizeOf({ graphs: { cpu } }: StoredModel): Promise<number> {
  const folder = path.dirname(cpu);
  const names = (await fs.readdir(/* turbopackIgnore: true */ folder)).filter((name) => name === path.basename(cpu) || !name.endsWith(".onnx"));
  const stats = await Promise.all(names.map((name) => fs.stat(/* turbopackIgnore: true */ path.join(/* turbopackIgnore: true */ folder, name))));
  return stats.reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
}

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1e6)} MB`;

/** The server's second encoder: opened when somebody compares with it, one at a time beside that of the searches, with one thread, and closed when nobody does any more. */
export class SecondEncoderShelf {
  private readonly turn = pLimit(1);
  private current: { sha256: string; embedder: PieceEmbedder } | null = null;
  private idle: NodeJS.Timeout | undefined;

  /** @param idleMs milliseconds after which it is closed */
  constructor(private readonly idleMs = IDLE) {}

  /** Whether a model is in memory. */
  get isOpen(): boolean {
    return this.current !== null;
  }

  /**
   * @throws AppError `overloaded` where too many wait, `memory_short` where it does not fit beside that of the searches, `model_unavailable`; the signal's reason
   */
  async embed(wanted: WantedEncoder, texts: readonly string[], kind: TextKind, signal?: AbortSignal): Promise<SecondVectors> {
    if (this.turn.pendingCount >= WAITING) throw new AppError("overloaded", "Many comparisons are waiting for a second encoder. Try again in some seconds.", { retryAfter: 5 });
    return this.turn(async () => {
      signal?.throwIfAborted();
      clearTimeout(this.idle);
      try {
        return await this.compute(await this.open(wanted), texts, kind, signal);
      } finally {
        this.idle = setTimeout(() => void this.turn(() => this.close()), this.idleMs).unref();
      }
    });
  }

  private async compute(embedder: PieceEmbedder, texts: readonly string[], kind: TextKind, signal?: AbortSignal): Promise<SecondVectors> {
    const { name, dimensions } = embedder.model;
    const vectors = new Float32Array(texts.length * dimensions);
    for (let start = 0; start < texts.length; start += SLICE) {
      vectors.set(await embedder.embed(texts.slice(start, start + SLICE), { kind, ...(signal && { signal }) }), start * dimensions);
      await setImmediate();
    }
    return { name, dimensions, vectors };
  }

  private async open({ sha256, open }: WantedEncoder): Promise<PieceEmbedder> {
    if (this.current?.sha256 === sha256) return this.current.embedder;
    await this.close();
    const model = await open();
    const needed = MEMORY * (await sizeOf(model)) + RESERVE;
    if (needed > availableMemory()) throw new AppError("memory_short", `The encoder ${model.identity.name} needs some ${megabytes(needed)} of memory beside that of the searches, and ${megabytes(availableMemory())} are available. Free some memory, or compare with a smaller one.`);
    const embedder = await createLocalEmbedder({ model, threads: 1, onNotice: (message) => logger().warn(message) });
    this.current = { sha256, embedder };
    logger().info({ model: model.identity.name }, "a second encoder is open for comparisons");
    return embedder;
  }

  private async close(): Promise<void> {
    const old = this.current;
    this.current = null;
    if (!old) return;
    await old.embedder.close().catch((error: unknown) => logger().warn({ err: error }, "a second encoder could not be closed"));
  }
}
