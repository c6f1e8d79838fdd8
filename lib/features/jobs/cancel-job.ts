import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/database/client";
import { isJobGone } from "@/lib/database/job-owner";
import { cancelQueuedJob } from "@/lib/database/job-lease";
import type { Job } from "@/lib/database/jobs";
import { askToCancel } from "./cancel-file";
import { endGoneJob } from "./end-gone-job";
import { findJobOrFail } from "./find-or-fail";
import type { JobView } from "./job-types";
import { readJob } from "./read-job";

/** Looks at a job that changes hands at this moment. */
const TRIES = 3;

/**
 * Ends a job that no process runs, and asks the process of another one to stop, which it does within a second.
 * @throws AppError `not_found`; `conflict` where it has ended already
 */
export async function cancelJob(db: Database, dataDir: string, id: number): Promise<JobView> {
  for (let n = 0; n < TRIES; n++) {
    const job = await findJobOrFail(db, id);
    if (job.state !== "queued" && job.state !== "running") throw new AppError("conflict", `Job ${id} has ended already (${job.state}).`);
    if (await cancel(db, dataDir, job)) break;
  }
  return readJob(db, id);
}

/** @returns false where the job was taken by a process, or taken from one, at this moment */
async function cancel(db: Database, dataDir: string, job: Job): Promise<boolean> {
  if (job.state === "queued") return cancelQueuedJob(db, job.id, "Cancelled before it began.");
  if (isJobGone(job)) return endGoneJob(db, dataDir, job, "cancelled", { code: "cancelled", message: "Cancelled.", causes: [] });
  await askToCancel(dataDir, job.id);
  return true;
}
