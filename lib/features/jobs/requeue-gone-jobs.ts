import type { Database } from "@/lib/database/client";
import { requeueJob } from "@/lib/database/job-claims";
import { appendJobLog } from "@/lib/database/job-log";
import { isJobGone } from "@/lib/database/job-owner";
import { findActiveJobs, type Job } from "@/lib/database/jobs";
import { isAskedToCancel } from "./cancel-file";
import { endGoneJob } from "./end-gone-job";
import { firstLockOf } from "./job-locks";

/** Puts jobs back into the queue whose process is gone; ends those that were to be cancelled. @param isInHand jobs that the caller looks after himself */
export async function requeueGoneJobs(db: Database, dataDir: string, isInHand: (id: number) => boolean = () => false): Promise<void> {
  const gone = (await findActiveJobs(db)).filter((job) => job.worker !== null && !isInHand(job.id) && isJobGone(job));
  for (const job of gone) await requeue(db, dataDir, job);
}

async function requeue(db: Database, dataDir: string, job: Job): Promise<void> {
  if (isAskedToCancel(dataDir, job.id)) return void (await endGoneJob(db, dataDir, job, "cancelled", { code: "cancelled", message: "Cancelled.", causes: [] }));
  if (!(await requeueJob(db, job, firstLockOf(job.kind), job.causes)) || job.state === "queued") return;
  await appendJobLog(db, job.id, [{ at: new Date(), level: "warn", message: `Its process (${job.worker}) ended before the work was done; the next one goes on with it.` }]);
}
