import type { Device } from "@/lib/core/devices";
import type { BatchEngine } from "./encoder-engine";
import type { TokenRows } from "./token-rows";

interface Fallback {
  engine: BatchEngine;
  /** Opens what takes over where the engine's device fails; null on the CPU, which nothing can take over from. */
  openCpu: (() => BatchEngine) | null;
  /** Told what failed and what follows from it, for people. */
  onNotice: (message: string) => void;
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
const widthOf = (rows: TokenRows) => Math.max(...rows.map(({ length }) => length));

/** An engine whose failures cost a batch some time, not the run: what does not fit is halved, and where the device fails, the CPU takes over. */
export class ResilientEngine {
  private engine: BatchEngine;
  private openCpu: (() => BatchEngine) | null;
  private readonly onNotice: (message: string) => void;
  private readonly given: BatchEngine[];

  constructor({ engine, openCpu, onNotice }: Fallback) {
    this.engine = engine;
    this.openCpu = openCpu;
    this.onNotice = onNotice;
    this.given = [engine];
  }

  get device(): Device {
    return this.engine.device;
  }

  /** Most padded tokens of one batch now. */
  get batchTokens(): number {
    return this.engine.scheme.batchTokens;
  }

  /**
   * @returns rows × dimensions values, every row of length 1
   * @throws AppError `internal` where a single text fails on the CPU, or a thread of the CPU has ended
   */
  async run(rows: TokenRows, padId: number, signal?: AbortSignal): Promise<Float32Array> {
    const { engine } = this;
    try {
      return await engine.run(rows, padId, signal);
    } catch (error) {
      signal?.throwIfAborted();
      // Another batch may have found out before.
      if (engine !== this.engine) return this.run(rows, padId, signal);
      if (rows.length > 1 && engine.alive) return this.runHalves(rows, padId, error, signal);
      if (!this.openCpu) throw error;
      this.moveToCpu(this.openCpu, error);
      return this.run(rows, padId, signal);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.given.map((engine) => engine.close()));
  }

  private async runHalves(rows: TokenRows, padId: number, error: unknown, signal?: AbortSignal): Promise<Float32Array> {
    const half = Math.ceil(rows.length / 2);
    const tokens = half * widthOf(rows);
    if (tokens < this.batchTokens) {
      this.engine.shrink(tokens);
      this.onNotice(`A batch of ${rows.length} captions failed on ${this.device} (${reasonOf(error)}). It is computed in halves, and so are those that follow.`);
    }
    const [first, second] = [await this.run(rows.slice(0, half), padId, signal), await this.run(rows.slice(half), padId, signal)];
    const vectors = new Float32Array(first.length + second.length);
    vectors.set(first);
    vectors.set(second, first.length);
    return vectors;
  }

  private moveToCpu(openCpu: () => BatchEngine, error: unknown): void {
    this.onNotice(`${this.device} failed (${reasonOf(error)}). The rest is embedded on the CPU; what was embedded before is kept.`);
    this.engine = openCpu();
    this.given.push(this.engine);
    this.openCpu = null;
  }
}
