import { AppError } from "@/lib/core/errors";
import { type EncoderSetup, EncoderThread } from "./encoder-thread";
import type { TokenRows } from "./token-rows";

/** Encoder threads, started when there is work for them: little work starts one, none starts none. */
export class EncoderPool {
  readonly threads: EncoderThread[] = [];
  private closed: Promise<void> | null = null;

  /** @param size most threads */
  constructor(private readonly setup: EncoderSetup, private readonly size: number) {}

  /**
   * @returns rows × dimensions values
   * @throws AppError `internal` where a batch cannot be computed, or its thread has ended, naming the cause
   */
  async run(rows: TokenRows): Promise<Float32Array> {
    if (this.closed) throw new AppError("internal", "The encoder was closed.");
    return this.freest().run(rows);
  }

  /** Ends all threads after the batches they were given. */
  async close(): Promise<void> {
    await (this.closed ??= Promise.all(this.threads.map((thread) => thread.close())).then(() => undefined));
  }

  private freest(): EncoderThread {
    const [first, ...others] = this.threads;
    const freest = others.reduce((best, thread) => (best && best.load <= thread.load ? best : thread), first);
    if (freest && (freest.load === 0 || this.threads.length >= this.size)) return freest;
    const started = new EncoderThread(this.setup);
    this.threads.push(started);
    return started;
  }
}
