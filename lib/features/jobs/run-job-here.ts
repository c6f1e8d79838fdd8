import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "@/lib/core/errors";
import { ownIdentity } from "@/lib/core/process-identity";
import type { Database } from "@/lib/database/client";
import { claimJob } from "@/lib/database/job-claims";
import { beatQueuedJobs, cancelQueuedJob } from "@/lib/database/job-lease";
import type { JobHandler } from "./job-context";
import type { JobView } from "./job-types";
import { readJob } from "./read-job";
import { requeueGoneJobs } from "./requeue-gone-jobs";
import { runClaimedJob, type RunOptions } from "./run-claimed-job";
import { heedsQueue } from "./wait-for-lock";

/** Milliseconds between two tries to begin. */
const TRY_EVERY = 250;

interface HereOptions<Parameters, Result> extends RunOptions {
  handler: JobHandler<Parameters, Result>;
  /** Told what the job waits for, whenever that changes. */
  onWait?: (reason: NonNullable<JobView["waitsFor"]>) => void;
}

/**
 * Runs a job of openJobHere in this process once it is its turn.
 * @returns what its handler returns
 * @throws AppError what it failed with; `cancelled`
 */
export async function runJobHere<Parameters, Result>(db: Database, dataDir: string, id: number, { handler, onWait, ...options }: HereOptions<Parameters, Result>): Promise<Result> {
  let told: string | undefined;
  while (!(await claimJob(db, { id, lock: handler.lock, heedQueue: await heedsQueue(db) }, ownIdentity()))) {
    if (options.signal.aborted) await cancelQueuedJob(db, id, "Stopped before it began.");
    const { state, waitsFor } = await readJob(db, id);
    if (state !== "queued") throw new AppError("cancelled", `Job ${id} was stopped before it began (${state}).`);
    if (waitsFor && waitsFor.reason !== told) onWait?.(waitsFor);
    told = waitsFor?.reason;
    await beatQueuedJobs(db);
    await requeueGoneJobs(db, dataDir);
    await wait(TRY_EVERY, undefined, { signal: options.signal }).catch(() => undefined);
  }
  return runClaimedJob(db, dataDir, id, handler, options);
}
