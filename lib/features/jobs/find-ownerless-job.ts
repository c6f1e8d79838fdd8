import type { Database } from "@/lib/database/client";
import { isJobGone } from "@/lib/database/job-owner";
import { findActiveJobs } from "@/lib/database/jobs";
import { checkParameters } from "./job-parameters";
import type { JobKind, JobView } from "./job-types";
import { viewJob } from "./view-job";

/** A job of the kind and parameters that was begun and that no process has: its own was killed or stopped. Making another one would do the work twice. */
export async function findOwnerlessJob(db: Database, kind: JobKind, parameters: unknown): Promise<JobView | null> {
  const json = JSON.stringify(checkParameters(kind, parameters));
  const found = (await findActiveJobs(db)).find((job) => job.kind === kind && job.parameters === json && job.attempt > 0 && (job.worker === null || isJobGone(job)));
  return found ? viewJob(db, found) : null;
}
