import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/database/client";
import type { JobLogLine, JobView } from "./job-types";
import { readJob } from "./read-job";
import { readJobLog } from "./read-job-log";

/** Milliseconds between two looks. */
const LOOK_EVERY = 250;

interface FollowOptions {
  signal: AbortSignal;
  onChange?: (job: JobView) => void;
  onLog?: (lines: JobLogLine[]) => void;
  /** The last line of its log that is known already. */
  after?: number;
}

const hasEnded = ({ state }: JobView) => state !== "queued" && state !== "running";

/**
 * Tells of a job as it goes, whichever process runs it.
 * @returns the job once it has ended, however that was
 * @throws AppError `not_found`; the signal's reason
 */
export async function followJob(db: Database, id: number, { signal, onChange, onLog, after = 0 }: FollowOptions): Promise<JobView> {
  let told = "";
  let last = after;
  for (;;) {
    signal.throwIfAborted();
    const job = await readUnlessBusy(() => readJob(db, id));
    const lines = job && onLog ? await readJobLog(db, id, { after: last }) : [];
    last = lines.at(-1)?.id ?? last;
    if (lines.length > 0) onLog?.(lines);
    const now = JSON.stringify(job);
    if (job && now !== told) onChange?.(job);
    if (job) told = now;
    if (job && hasEnded(job)) return job;
    await wait(LOOK_EVERY, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}

/** Null while another process keeps the database. */
async function readUnlessBusy<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof AppError && error.code === "database_busy") return null;
    throw error;
  }
}
