import type { Database } from "@/lib/database/client";
import { insertJob } from "@/lib/database/jobs";
import { firstLockOf } from "./job-locks";
import { checkParameters } from "./job-parameters";
import type { JobKind, JobView } from "./job-types";
import { viewJob } from "./view-job";

/**
 * Makes a job, for a worker to take.
 * @param requestedBy an Actor's name: "command line", "admin", "token lecture-script"
 * @throws AppError `invalid_parameter` naming the parameter that cannot be used
 */
export async function submitJob(db: Database, kind: JobKind, parameters: unknown, requestedBy: string): Promise<JobView> {
  const job = await insertJob(db, { kind, parameters: JSON.stringify(checkParameters(kind, parameters)), requestedBy, wants: firstLockOf(kind) });
  return viewJob(db, job);
}
