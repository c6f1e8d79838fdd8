import { setTimeout as wait } from "node:timers/promises";
import { pidOf } from "@/lib/core/process-identity";
import type { Database } from "@/lib/database/client";
import type { Job } from "@/lib/database/generated/client";
import { submitJob } from "@/lib/features/jobs/submit-job";
import type { JobKind } from "@/lib/features/jobs/job-types";

/** Something for a worker to do. */
export interface Task {
  kind: JobKind;
  parameters: unknown;
}

/** An ingest on the processor: to try graphics cards takes seconds, and another one's vectors are not the same to the last digit. */
export const ingestTask = (file: string): Task => ({
  kind: "ingest",
  parameters: { files: [file], collection: "torture", language: null, imagesDir: null, maxBadShare: 0, encoder: { device: "cpu" } },
});

export const reindexTask = (parameters: object): Task => ({ kind: "reindex", parameters });

export async function submit(db: Database, { kind, parameters }: Task): Promise<number> {
  return (await submitJob(db, kind, parameters, "torture")).id;
}

export const findJob = (db: Database, id: number): Promise<Job> => db.job.findUniqueOrThrow({ where: { id } });

const hasEnded = ({ state }: Job) => state !== "queued" && state !== "running";

/** @param within milliseconds @throws where the job does not end */
export async function waitForEnd(db: Database, id: number, within = 600_000): Promise<Job> {
  for (const end = performance.now() + within; performance.now() < end; await wait(50)) {
    const job = await findJob(db, id);
    if (hasEnded(job)) return job;
  }
  const { state, stage, done, worker, attempt, beat } = await findJob(db, id);
  throw new Error(`Job ${id} did not end within ${within / 1000} s: ${JSON.stringify({ state, stage, done, worker, attempt, beat })}`);
}

/** Waits for a moment of a job, or for its end if that comes first. @returns whether it has ended */
export async function waitWithin(db: Database, id: number, milliseconds: number): Promise<boolean> {
  for (const end = performance.now() + milliseconds; performance.now() < end; await wait(Math.min(20, Math.max(0, end - performance.now())))) {
    if (hasEnded(await findJob(db, id))) return true;
  }
  return false;
}

/** Kills the process that runs a job. @returns false where none does */
export async function killRunner(db: Database, id: number): Promise<boolean> {
  const { state, worker } = await findJob(db, id);
  if (state !== "running" || worker === null) return false;
  try {
    process.kill(pidOf(worker), "SIGKILL");
    return true;
  } catch {
    return false;
  }
}
