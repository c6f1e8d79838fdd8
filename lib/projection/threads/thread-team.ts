import { Worker } from "node:worker_threads";
import { bundleWorker } from "@/lib/core/bundle-worker";
import { AppError } from "@/lib/core/errors";
import type { Team, TeamChoice, TeamTask } from "../tsne/team";
import type { ThreadReply, ThreadRequest, ThreadSetup } from "./thread-messages";

/** Shares the work among threads, which meet at barriers: where one is lost the others would wait for ever, so all are ended then. */
class ThreadTeam implements Team {
  private readonly workers: Worker[];
  /** Rejects when a thread fails or the work is given up. */
  private readonly broken: Promise<never>;

  /** @param program JavaScript of a thread */
  constructor(program: string, task: TeamTask, signal: AbortSignal | undefined) {
    const start = (part: number) => new Worker(program, { eval: true, resourceLimits: { maxYoungGenerationSizeMb: 4 }, name: `layout ${part + 1}`, execArgv: [], workerData: { ...task, part } satisfies ThreadSetup });
    this.workers = Array.from({ length: task.memory.parts }, (_, part) => start(part));
    this.broken = new Promise((_, reject) => {
      const abort = () => reject(signal?.reason as Error);
      if (signal?.aborted) abort();
      signal?.addEventListener("abort", abort, { once: true });
      for (const worker of this.workers) {
        worker.once("error", (cause) => reject(new AppError("internal", `A thread of the layout failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })));
        worker.once("exit", (code) => {
          signal?.removeEventListener("abort", abort);
          reject(new AppError("internal", `A thread of the layout ended early (exit code ${code}).`));
        });
      }
    });
    this.broken.catch(() => undefined);
  }

  async calibrate(): Promise<void> {
    await this.ask({ kind: "calibrate" });
    await this.ask({ kind: "symmetrise" });
  }

  async run(first: number, end: number): Promise<void> {
    await this.ask({ kind: "run", first, end });
  }

  divergence(): Promise<number> {
    return this.ask({ kind: "divergence" });
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }

  /** Asks all threads the same; they answer alike. */
  private async ask(request: ThreadRequest): Promise<number> {
    const replies = this.workers.map((worker) => {
      const reply = new Promise<ThreadReply>((resolve) => void worker.once("message", resolve));
      worker.postMessage(request);
      return reply;
    });
    const [first] = await Promise.race([Promise.all(replies), this.broken]);
    return first?.value ?? NaN;
  }
}

/** @param parts number of threads */
export const threadTeam = (parts: number): TeamChoice => ({ parts, open: async (task, signal) => new ThreadTeam(await bundleWorker(new URL("tsne-worker.ts", import.meta.url)), task, signal) });
