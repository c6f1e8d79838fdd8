import { Worker } from "node:worker_threads";
import { AppError } from "@/lib/core/errors";

/** A thread to start: which module of this folder answers its requests, and what that is told first. */
export interface ThreadStart {
  /** In messages: "encoder". */
  what: string;
  /** File name of the module, such as "encoder-worker.ts". */
  module: string;
  /** Plain data. */
  setup: unknown;
}

/** A request with the memory that it hands over; null asks the thread to end. */
export type ThreadMessage = { id: number; request: unknown } | null;

export type ThreadReply = { id: number; answer: unknown } | { id: number; fault: string };

interface Waiting {
  resolve: (answer: never) => void;
  reject: (error: AppError) => void;
}

const starter = new URL("./start-worker.mjs", import.meta.url);
const againHint = "Run the same command again: it goes on where it stopped.";

/** A worker thread that answers requests one after another. It keeps the process alive only while requests are under way, or while it is being closed. */
export class WorkerThread<Request, Answer> {
  readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private readonly exit: Promise<void>;
  private nextId = 0;
  private closing = false;
  private ended: AppError | null = null;

  constructor(private readonly start: ThreadStart) {
    this.worker = new Worker(starter, { name: start.what, execArgv: [], workerData: start });
    this.worker.unref();
    this.worker.on("message", (reply: ThreadReply) => this.settle(reply));
    this.worker.on("messageerror", (error) => this.end(error.message, error));
    this.worker.on("error", (error) => this.end(error instanceof Error ? error.message : String(error), error));
    this.exit = new Promise((resolve) => {
      this.worker.once("exit", (code) => {
        this.end(`exit code ${code}`);
        resolve();
      });
    });
  }

  /** Requests given and not yet answered. */
  get load(): number {
    return this.waiting.size;
  }

  /** Whether it can still answer. */
  get alive(): boolean {
    return this.ended === null;
  }

  /**
   * @param transfer memory handed over with the request
   * @throws AppError `internal` where the request cannot be answered, or the thread has ended, naming the cause
   */
  async ask(request: Request, transfer: readonly ArrayBuffer[] = []): Promise<Answer> {
    if (this.ended) throw this.ended;
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.ref();
      this.worker.postMessage({ id, request } satisfies ThreadMessage, transfer);
    });
  }

  /** Ends the thread after the requests it was given. */
  async close(): Promise<void> {
    this.closing = true;
    this.worker.ref();
    this.worker.postMessage(null satisfies ThreadMessage);
    await this.exit;
  }

  private settle(reply: ThreadReply): void {
    const waiting = this.waiting.get(reply.id);
    this.waiting.delete(reply.id);
    if (this.waiting.size === 0 && !this.closing) this.worker.unref();
    if ("answer" in reply) waiting?.resolve(reply.answer as never);
    else waiting?.reject(new AppError("internal", `The ${this.start.what} could not compute a batch: ${reply.fault}`));
  }

  private end(reason: string, cause?: unknown): void {
    this.ended ??= new AppError("internal", `A thread of the ${this.start.what} ended early (${reason}). ${againHint}`, { cause });
    for (const { reject } of this.waiting.values()) reject(this.ended);
    this.waiting.clear();
    this.worker.unref();
  }
}
