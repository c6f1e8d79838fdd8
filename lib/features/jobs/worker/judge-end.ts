import { ownIdentity, pidOf } from "@/lib/core/process-identity";
import type { Database } from "@/lib/database/client";
import { requeueJob } from "@/lib/database/job-claims";
import { appendJobLog } from "@/lib/database/job-log";
import { ownJobs } from "@/lib/database/job-owner";
import { findJob, type Job } from "@/lib/database/jobs";
import { endGoneJob } from "../end-gone-job";
import { firstLockOf } from "../job-locks";
import type { StageRecord } from "../job-types";
import type { RunnerEnd } from "./runner-process";
import { RUNNER_EXIT } from "./runner-protocol";

/** Crashes in a row, without getting any further, after which a job is not begun again. */
const MOST_CRASHES = 3;

/** The stage whose work is kept as it goes: an attempt that came to it has got further. */
const KEPT_AS_IT_GOES = "embed";

const gotFurther = ({ stages }: Job) => (JSON.parse(stages) as StageRecord[]).some(({ stage, done }) => stage === KEPT_AS_IT_GOES && done > 0);

function describe({ code, signal, output }: RunnerEnd): string {
  const how = signal ? `by the signal ${signal}${signal === "SIGKILL" ? " (perhaps for want of memory)" : ""}` : `with exit code ${code}`;
  const last = output.trimEnd().split("\n").at(-1) ?? "";
  return `Its process was ended ${how}.${last === "" ? "" : ` It wrote last: ${last}`}`;
}

/**
 * What becomes of a job whose runner has ended without ending it: cancelled where that was asked for, else begun again, up to a limit where it crashed.
 * @returns whether it crashed
 */
export async function judgeEnd(db: Database, dataDir: string, end: RunnerEnd): Promise<boolean> {
  const job = await findJob(db, end.jobId);
  ownJobs.delete(end.jobId);
  if (!job || !isLeftBy(job, end)) return false;
  const lock = firstLockOf(job.kind);
  if (end.cancelled) await endGoneJob(db, dataDir, job, "cancelled", { code: "cancelled", message: "Cancelled; its process did not end in time and was killed.", causes: [] });
  else if (end.putBack || end.code === RUNNER_EXIT.unavailable || isUntaken(job, end)) await requeueJob(db, job, lock, job.causes);
  else return recordCrash(db, dataDir, job, describe(end));
  return false;
}

/** Still in the hands of the runner, or not yet: it may have crashed before it had the job. */
const isLeftBy = (job: Job, { pid }: RunnerEnd) => job.worker !== null && ((job.state === "running" && pidOf(job.worker) === pid) || (job.state === "queued" && job.worker === ownIdentity()));

/** It came when the job could not be begun: its turn had passed to another. */
const isUntaken = (job: Job, { code }: RunnerEnd) => job.state === "queued" && code === RUNNER_EXIT.ended;

async function recordCrash(db: Database, dataDir: string, job: Job, how: string): Promise<boolean> {
  const before = gotFurther(job) ? [] : (JSON.parse(job.causes ?? "[]") as string[]);
  const crashes = [...before, how];
  await appendJobLog(db, job.id, [{ at: new Date(), level: "error", message: how }]);
  if (crashes.length < MOST_CRASHES) return requeueJob(db, job, firstLockOf(job.kind), JSON.stringify(crashes));
  const message = `It crashed ${crashes.length} times in a row without getting any further. ${how} Mend what its log names, then try it again.`;
  return endGoneJob(db, dataDir, job, "failed", { code: "internal", message, causes: crashes });
}
