import { Worker } from "node:worker_threads";
import { AppError } from "@/lib/core/errors";
import { packRows, type PackedRows, type TokenRows } from "./token-rows";

/** What an encoder thread is started with. */
export interface EncoderSetup {
  /** Path of the ONNX graph. */
  graph: string;
  padId: number;
}

/** One batch; null asks the thread to end. */
export type EncoderRequest = ({ id: number } & PackedRows) | null;

export type EncoderAnswer = { id: number; vectors: Float32Array } | { id: number; fault: string };

interface Waiting {
  resolve: (vectors: Float32Array) => void;
  reject: (error: AppError) => void;
}

const workerFile = new URL("./start-encoder-worker.mjs", import.meta.url);
const againHint = "Run the same command again: it goes on where it stopped.";

/** A worker thread with an encoder of its own. It keeps the process alive only while batches are under way, or while it is being closed. */
export class EncoderThread {
  readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private readonly exit: Promise<void>;
  private nextId = 0;
  private closing = false;
  private ended: AppError | null = null;

  constructor(setup: EncoderSetup) {
    this.worker = new Worker(workerFile, { name: "encoder", execArgv: [], workerData: setup });
    this.worker.unref();
    this.worker.on("message", (answer: EncoderAnswer) => this.settle(answer));
    this.worker.on("messageerror", (error) => this.end(error.message, error));
    this.worker.on("error", (error) => this.end(error instanceof Error ? error.message : String(error), error));
    this.exit = new Promise((resolve) => {
      this.worker.once("exit", (code) => {
        this.end(`exit code ${code}`);
        resolve();
      });
    });
  }

  /** Batches given and not yet answered. */
  get load(): number {
    return this.waiting.size;
  }

  /**
   * @returns rows × dimensions values
   * @throws AppError `internal` where the batch cannot be computed, or the thread has ended, naming the cause
   */
  async run(rows: TokenRows): Promise<Float32Array> {
    if (this.ended) throw this.ended;
    const packed = packRows(rows);
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.ref();
      this.worker.postMessage({ id, ...packed } satisfies EncoderRequest, [packed.ids.buffer, packed.lengths.buffer]);
    });
  }

  /** Ends the thread after the batches it was given. */
  async close(): Promise<void> {
    this.closing = true;
    this.worker.ref();
    this.worker.postMessage(null satisfies EncoderRequest);
    await this.exit;
  }

  private settle(answer: EncoderAnswer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if (this.waiting.size === 0 && !this.closing) this.worker.unref();
    if ("vectors" in answer) waiting?.resolve(answer.vectors);
    else waiting?.reject(new AppError("internal", `The encoder could not compute a batch: ${answer.fault}`));
  }

  private end(reason: string, cause?: unknown): void {
    this.ended ??= new AppError("internal", `A thread of the encoder ended early (${reason}). ${againHint}`, { cause });
    for (const { reject } of this.waiting.values()) reject(this.ended);
    this.waiting.clear();
    this.worker.unref();
  }
}
