import { AppError } from "@/lib/core/errors";
import { ownIdentity } from "@/lib/core/process-identity";
import type { Database, Transaction } from "./client";
import { ownJobs } from "./job-owner";

export interface JobState {
  stage: string | null;
  done: number;
  total: number | null;
  rate: number | null;
  /** JSON, StageRecord[] */
  stages: string;
}

export type JobEnd = { state: "done"; result: unknown } | { state: "failed" | "cancelled"; error: { code: string; message: string; causes: string[] } };

const own = (id: number) => ({ id, worker: ownIdentity(), state: "running" });

export const takenOver = (id: number) => new AppError("conflict", `Job ${id} was taken over by another process, as this one had given no sign of life for a minute; that one goes on with it.`);

/**
 * Belongs into every transaction that changes more than the job's own rows: where the job has been taken over by another process, nothing of the transaction stays.
 * @throws AppError `conflict`
 */
export async function confirmLease(tx: Transaction, id: number): Promise<void> {
  const { count } = await tx.job.updateMany({ where: own(id), data: { beat: { increment: 1 }, heartbeatAt: new Date() } });
  if (count === 0) throw takenOver(id);
}

/** A sign of life, with how far the job is where that has changed. @returns false where the job is another's by now */
export async function beatJob(db: Database, id: number, state: JobState | null): Promise<boolean> {
  const { count } = await db.job.updateMany({ where: own(id), data: { ...state, beat: { increment: 1 }, heartbeatAt: new Date() } });
  return count > 0;
}

/** The same for queued jobs that this process will run, or has a process started for. */
export async function beatQueuedJobs(db: Database): Promise<void> {
  await db.job.updateMany({ where: { worker: ownIdentity(), state: "queued" }, data: { beat: { increment: 1 }, heartbeatAt: new Date() } });
}

/** Ends a job of this process. @returns false where it is another's by now */
export async function finishJob(db: Database, id: number, end: JobEnd): Promise<boolean> {
  const outcome = end.state === "done" ? { result: JSON.stringify(end.result), causes: null } : { error: end.error.message, errorCode: end.error.code, causes: JSON.stringify(end.error.causes) };
  const { count } = await db.job.updateMany({ where: own(id), data: { state: end.state, finishedAt: new Date(), holds: null, wants: null, beat: { increment: 1 }, ...outcome } });
  ownJobs.delete(id);
  return count > 0;
}

/** Ends a job that no process has begun. @returns false where it is not queued any more */
export async function cancelQueuedJob(db: Database, id: number, message: string): Promise<boolean> {
  const { count } = await db.job.updateMany({ where: { id, state: "queued" }, data: { state: "cancelled", finishedAt: new Date(), wants: null, error: message, errorCode: "cancelled", causes: "[]" } });
  ownJobs.delete(id);
  return count > 0;
}
