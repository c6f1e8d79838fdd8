import { stat } from "node:fs/promises";
import os from "node:os";
import { Worker } from "node:worker_threads";
import { bundleWorker } from "@/lib/core/bundle-worker";
import { AppError } from "@/lib/core/errors";
import { asked, type NearestTask } from "./nearest-types";

/** Milliseconds between two reports. */
const REPORT_EVERY = 200;
/** Share of the free memory that the threads' copies of the index may take. */
const MEMORY_SHARE = 0.5;

interface NearestOptions {
  signal?: AbortSignal;
  /** Called some times a second with how many rows are done. */
  onProgress?: (done: number) => void;
  /** One a core, and as many as have room for the index, where it is not said. */
  threads?: number;
}

/**
 * Candidates of a search for k neighbours. On 165 423 captions (384 dimensions, M 16) and k = 90, ef 91 finds 0.971 of the nearest, 128 0.987, 180 0.993
 * and 256 0.997, at 0.9, 0.9, 1.2 and 1.4 ms a row on one core; of the 10 nearest, 0.999 from 128 on.
 */
export const nearestEf = (k: number): number => Math.max(128, 2 * k);

/** Each thread has the index to itself: the native search cannot be shared. */
async function threadsFor(file: string): Promise<number> {
  const { size } = await stat(file);
  return Math.max(1, Math.min(os.availableParallelism(), Math.floor((MEMORY_SHARE * process.availableMemory()) / Math.max(1, size))));
}

/**
 * Fills in the nearest rows of many rows, on threads: the caller stays free. The result is the same with any number of threads.
 * @throws AppError `internal` where a thread fails; the signal's reason, at once
 */
export async function findNearest(given: Omit<NearestTask, "ef" | "progress"> & { ef?: number }, { signal, onProgress = () => undefined, threads }: NearestOptions = {}): Promise<void> {
  const task: NearestTask = { ef: nearestEf(given.k), ...given, progress: new Int32Array(new SharedArrayBuffer(8)) };
  const total = asked(task);
  if (total === 0 || task.k === 0) return;
  const program = await bundleWorker(new URL("nearest-worker.ts", import.meta.url), ["hnswlib-node"]);
  const parties = threads ?? (await threadsFor(task.file));
  signal?.throwIfAborted();
  const workers = Array.from({ length: parties }, (_, i) => new Worker(program, { eval: true, name: `neighbours ${i + 1}`, execArgv: [], workerData: task }));
  const done = () => Atomics.load(task.progress, 1);
  const timer = setInterval(() => onProgress(done()), REPORT_EVERY);
  try {
    await Promise.race([Promise.all(workers.map(ended)), aborted(signal)]);
    if (done() !== total) throw new AppError("internal", `The neighbours of only ${done()} of ${total} rows were found.`);
    onProgress(total);
  } finally {
    clearInterval(timer);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

async function ended(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once("error", (cause) => reject(new AppError("internal", `A thread that looks for neighbours failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })));
    worker.once("exit", (code) => (code === 0 ? resolve() : reject(new AppError("internal", `A thread that looks for neighbours ended early (exit code ${code}).`))));
  });
}

async function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason as Error), { once: true }));
}
