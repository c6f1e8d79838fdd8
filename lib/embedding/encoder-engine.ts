import pLimit, { type LimitFunction } from "p-limit";
import type { Device } from "@/lib/core/devices";
import { type BatchScheme, SchemeSearch } from "./batch-scheme";
import type { BatchAnswer, EncoderSetup } from "./encoder-setup";
import { ThreadPool } from "./thread-pool";
import { packRows, type PaddedRows, type TokenRows } from "./token-rows";

/** Work (ms) that a worker has before it, so that it stays busy while the calling thread does something else: a database that writes a chunk to disk takes a tenth of a second. */
const AHEAD_MS = 250;
/** Batches that it has before it at least. */
const AHEAD = 4;
/** Batches over which their time is averaged. */
const SMOOTHING = 16;

/** What computes batches: sessions of one device, each in a thread of its own. */
export interface BatchEngine {
  readonly device: Device;
  /** False once a thread has ended, as one does whose device is lost. */
  readonly alive: boolean;
  /** How batches are to be made now. */
  readonly scheme: BatchScheme;
  /**
   * Starts nothing after an abort.
   * @param padId fills the shorter rows
   * @returns rows × dimensions values, every row of length 1
   */
  run: (rows: TokenRows, padId: number, signal?: AbortSignal) => Promise<Float32Array>;
  /** Makes no batches of this many padded tokens any more. */
  shrink: (batchTokens: number) => void;
  close: () => Promise<void>;
}

export class EncoderEngine implements BatchEngine {
  readonly device: Device;
  private readonly pool: ThreadPool<PaddedRows, BatchAnswer>;
  private readonly limit: LimitFunction;
  private readonly search: SchemeSearch;
  private batchMs = AHEAD_MS / AHEAD;

  /** @param module answers the batches, in its threads */
  constructor(setup: EncoderSetup, schemes: readonly [BatchScheme, ...BatchScheme[]], module = "encoder-worker.ts") {
    this.device = setup.device;
    this.search = new SchemeSearch(schemes);
    this.pool = new ThreadPool({ what: "encoder", module, setup }, this.scheme.workers);
    this.limit = pLimit(this.scheme.workers * AHEAD);
  }

  get alive(): boolean {
    return this.pool.alive;
  }

  get scheme(): BatchScheme {
    return this.search.current;
  }

  async run(rows: TokenRows, padId: number, signal?: AbortSignal): Promise<Float32Array> {
    return this.limit(async () => {
      signal?.throwIfAborted();
      const scheme = this.scheme;
      const packed = packRows(rows);
      // Padding is no work done: counted, it would speak for batches of very unlike lengths.
      const tokens = packed.ids.length;
      const { vectors, milliseconds } = await this.pool.ask({ ...packed, padId }, [packed.ids.buffer, packed.lengths.buffer]);
      this.batchMs += (milliseconds - this.batchMs) / SMOOTHING;
      this.search.record(scheme, tokens, milliseconds);
      this.follow();
      return vectors;
    });
  }

  shrink(batchTokens: number): void {
    this.search.limitTokens(batchTokens);
    this.follow();
  }

  close(): Promise<void> {
    return this.pool.close();
  }

  private follow(): void {
    this.pool.limit = this.scheme.workers;
    this.limit.concurrency = this.scheme.workers * Math.max(AHEAD, Math.ceil(AHEAD_MS / this.batchMs));
  }
}
