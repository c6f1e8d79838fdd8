import os from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import pLimit from "p-limit";
import { AppError } from "@/lib/core/errors";
import { logger } from "@/lib/core/logger";
import { type Inspection, inspectionBytes } from "@/lib/embedding/inspect/inspection";
import { type Inspector, openInspector } from "@/lib/embedding/inspect/inspector";
import type { StoredModel } from "@/lib/embedding/stored-model";

/** Milliseconds after which an inspector that nobody uses is closed. */
const IDLE = 5 * 60_000;
/** Inspections that may wait for their turn: more are refused, as they would wait for seconds. */
const WAITING = 32;
/** Bytes of inspections that are kept for whoever asks for the same: a page shows one in many views. */
const KEPT_BYTES = 64 << 20;

/** A model by its identity, opened where it is needed. */
export interface WantedModel {
  sha256: string;
  open: () => Promise<StoredModel>;
}

/** An inspection, and what of the model one has to know to read it. */
export interface ModelInspection {
  inspector: Pick<Inspector, "model" | "dimensionChoices" | "vocabularySize" | "tokenizerKind" | "padId" | "layers">;
  inspection: Inspection;
}

interface OpenInspector {
  sha256: string;
  inspector: Inspector;
}

/** The server's inspector: opened when somebody looks inside, one at a time as it computes on the server's thread, and closed when nobody does any more. */
export class InspectorShelf {
  private readonly turn = pLimit(1);
  private current: OpenInspector | null = null;
  private idle: NodeJS.Timeout | undefined;
  /** By performance.now(): the thread belongs to searches until then. */
  private restsUntil = 0;
  private readonly kept = new Map<string, ModelInspection>();

  /** @param idleMs milliseconds after which it is closed */
  constructor(private readonly idleMs = IDLE) {}

  /** Whether a model is in memory. */
  get isOpen(): boolean {
    return this.current !== null;
  }

  /**
   * @param texts one or two
   * @throws AppError `overloaded` where too many wait; `model_unavailable`
   */
  async inspect(model: WantedModel, texts: readonly string[]): Promise<ModelInspection> {
    const key = JSON.stringify([model.sha256, ...texts]);
    const known = this.recall(key);
    if (known) return known;
    if (this.turn.pendingCount >= WAITING) throw new AppError("overloaded", "Many sentences are waiting to be looked into. Try again in some seconds.", { retryAfter: 2 });
    // Looked up again in its turn: while it waited, the same may have been computed for somebody else.
    return this.turn(async () => this.recall(key) ?? this.keep(key, await this.compute(model, texts)));
  }

  /** Rests as long as it computed before, so that a crowd takes no more than half of the thread. */
  private async compute(model: WantedModel, texts: readonly string[]): Promise<ModelInspection> {
    await sleep(Math.max(0, this.restsUntil - performance.now()));
    const inspector = await this.open(model);
    try {
      const inspection = await inspector.inspect(texts);
      this.restsUntil = performance.now() + inspection.milliseconds;
      return { inspector, inspection };
    } finally {
      clearTimeout(this.idle);
      this.idle = setTimeout(() => void this.turn(() => this.close()), this.idleMs).unref();
    }
  }

  private async open({ sha256, open }: WantedModel): Promise<Inspector> {
    if (this.current?.sha256 === sha256) return this.current.inspector;
    await this.close();
    const inspector = await openInspector(await open(), Math.max(1, os.availableParallelism() - 1));
    this.current = { sha256, inspector };
    return inspector;
  }

  private async close(): Promise<void> {
    const old = this.current;
    this.current = null;
    this.kept.clear();
    await old?.inspector.close().catch((error: unknown) => logger().warn({ err: error }, "an inspector could not be closed"));
  }

  private recall(key: string): ModelInspection | undefined {
    const found = this.kept.get(key);
    return found && this.keep(key, found);
  }

  /** Those asked for last are kept, at least one. */
  private keep(key: string, answer: ModelInspection): ModelInspection {
    this.kept.delete(key);
    this.kept.set(key, answer);
    let bytes = 0;
    for (const [old, { inspection }] of [...this.kept].reverse()) {
      bytes += inspectionBytes(inspection);
      if (bytes > KEPT_BYTES && old !== key) this.kept.delete(old);
    }
    return answer;
  }
}
