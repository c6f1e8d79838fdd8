import type { Job } from "@/lib/database/jobs";
import type { JobLock, JobView } from "./job-types";

interface Surroundings {
  /** Queued and running jobs, by ascending id. */
  active: Job[];
  workerAlive: boolean;
  isGone: (job: Job) => boolean;
}

const DOING: Record<JobLock, string> = { captions: "changes captions", index: "builds or changes the index", layout: "makes a layout of the map", evaluation: "measures how well captions are found" };
const doing = (lock: string) => DOING[lock as JobLock] ?? "works";

/** Why a job that could run does not yet: who holds its lock, who is before it, or that nobody is there to run it. */
export function explainWait(job: Job, { active, workerAlive, isGone }: Surroundings): JobView["waitsFor"] {
  if (job.state === "running" && isGone(job)) return workerAlive ? null : { jobId: null, reason: "Its process has ended, and no worker is running to go on with it. Start one: npm run worker" };
  if (job.state !== "queued" && (job.state !== "running" || job.wants === null)) return null;
  const lock = job.wants;
  const others = lock === null ? [] : active.filter(({ id }) => id !== job.id);
  const holder = others.find(({ state, holds }) => state === "running" && holds === lock);
  if (holder && lock) return { jobId: holder.id, reason: `Job ${holder.id} (${holder.kind}) ${doing(lock)} now.` };
  const attended = job.state === "running" || (job.worker !== null && !isGone(job));
  if (!attended && !workerAlive) return { jobId: null, reason: "No worker is running. Start one: npm run worker" };
  const before = others.find(({ id, wants, state, worker }) => id < job.id && wants === lock && (state === "running" || worker !== null || workerAlive));
  return before ? { jobId: before.id, reason: `Job ${before.id} (${before.kind}) comes first.` } : null;
}
