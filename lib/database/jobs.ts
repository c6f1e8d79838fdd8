import { hostname } from "node:os";
import { AppError } from "@/lib/core/errors";
import type { Database } from "./client";
import type { Job } from "./generated/client";

/** Milliseconds without a heartbeat after which a job's process counts as gone. */
const STALE_AFTER = 60_000;

export interface JobProgress {
  stage: string;
  done: number;
  total: number | null;
  rate: number | null;
}

const worker = () => `${hostname()}:${process.pid}`;

/** Jobs that this process has begun and not ended: on a full disk a job may end without a row that says so. */
const ownJobs = new Set<number>();

function isRunning(job: Job, now: number): boolean {
  if (job.worker === worker()) return ownJobs.has(job.id);
  if (!job.heartbeatAt || now - job.heartbeatAt.getTime() > STALE_AFTER) return false;
  const [host, pid] = [job.worker?.replace(/:\d+$/, ""), Number(job.worker?.split(":").at(-1))];
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Starts a job of which only one may run at a time. One whose process was killed is closed as failed.
 * @throws AppError `conflict` naming the process that runs one already
 */
export async function startJob(db: Database, kind: string, parameters: unknown): Promise<number> {
  const id = await db.$transaction(async (tx) => {
    // A write first: two processes that both only read could both find nothing running.
    await tx.job.updateMany({ where: { kind, state: "running", heartbeatAt: null }, data: { state: "failed", error: "It never started.", finishedAt: new Date() } });
    for (const job of await tx.job.findMany({ where: { kind, state: "running" } })) {
      if (isRunning(job, Date.now())) {
        throw new AppError("conflict", `Another ${kind} is running (process ${job.worker}, since ${job.startedAt?.toISOString()}). Wait for it to end, or stop it, then run this again.`);
      }
      await tx.job.update({ where: { id: job.id }, data: { state: "failed", error: "Its process ended before the work was done; the next run goes on.", finishedAt: new Date() } });
    }
    const job = await tx.job.create({ data: { kind, state: "running", parameters: JSON.stringify(parameters), worker: worker(), heartbeatAt: new Date(), startedAt: new Date() } });
    return job.id;
  });
  ownJobs.add(id);
  return id;
}

export async function saveJobProgress(db: Database, id: number, progress: JobProgress | null): Promise<void> {
  await db.job.update({ where: { id }, data: { heartbeatAt: new Date(), ...progress } });
}

/** @param device as JSON */
export async function saveJobDevice(db: Database, id: number, device: string): Promise<void> {
  await db.job.update({ where: { id }, data: { device } });
}

export async function finishJob(db: Database, id: number, end: { state: "done"; result: unknown } | { state: "failed" | "cancelled"; error: string }): Promise<void> {
  ownJobs.delete(id);
  const outcome = end.state === "done" ? { result: JSON.stringify(end.result) } : { error: end.error };
  await db.job.update({ where: { id }, data: { state: end.state, finishedAt: new Date(), ...outcome } });
}

/** The job that is running now, if its process lives. */
export async function findRunningJob(db: Database): Promise<Job | null> {
  const job = await db.job.findFirst({ where: { state: "running" }, orderBy: { id: "desc" } });
  return job && isRunning(job, Date.now()) ? job : null;
}
