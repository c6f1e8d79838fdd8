import type { BatchScheme } from "./batch-scheme";
import { type BatchEncoder, openBatchEncoder } from "./batch-encoder";
import type { BatchEngine } from "./encoder-engine";
import type { EncoderSetup } from "./encoder-setup";
import type { TokenRows } from "./token-rows";

/** Computes on the calling thread, one batch at a time: between two batches the event loop turns, so requests and aborts get their turn there. */
export class LocalEngine implements BatchEngine {
  readonly alive = true;
  private encoder: Promise<BatchEncoder> | null = null;
  private last: Promise<unknown> = Promise.resolve();
  scheme: BatchScheme;

  constructor(private readonly setup: EncoderSetup, batchTokens: number) {
    this.scheme = { workers: 1, batchTokens };
  }

  get device() {
    return this.setup.device;
  }

  /** @throws AppError `model_unavailable` where the graph cannot be started on the device */
  open(): Promise<BatchEncoder> {
    return (this.encoder ??= openBatchEncoder(this.setup));
  }

  run(rows: TokenRows, padId: number, signal?: AbortSignal): Promise<Float32Array> {
    return this.inTurn((encoder) => encoder.run(rows, padId), signal);
  }

  /** @returns as BatchEncoder.runPieces */
  runPieces(rows: TokenRows, padId: number, signal?: AbortSignal): Promise<Float32Array[] | null> {
    return this.inTurn((encoder) => encoder.runPieces(rows, padId), signal);
  }

  private inTurn<T>(work: (encoder: BatchEncoder) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const run = this.last.then(async () => {
      signal?.throwIfAborted();
      return work(await this.open());
    });
    this.last = run.catch(() => undefined);
    return run;
  }

  shrink(batchTokens: number): void {
    this.scheme = { workers: 1, batchTokens };
  }

  async close(): Promise<void> {
    await this.last;
    if (this.encoder) await (await this.encoder).close();
  }
}
