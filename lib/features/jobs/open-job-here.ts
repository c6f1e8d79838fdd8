import { ownIdentity } from "@/lib/core/process-identity";
import type { Database } from "@/lib/database/client";
import { keepJob } from "@/lib/database/job-claims";
import { ownJobs } from "@/lib/database/job-owner";
import { findActiveJobs, insertJob } from "@/lib/database/jobs";
import { firstLockOf } from "./job-locks";
import { checkParameters } from "./job-parameters";
import type { JobKind } from "./job-types";
import { requeueGoneJobs } from "./requeue-gone-jobs";

/**
 * Makes a job for this process to run, or takes up one of the same kind and parameters that no process has: its own was killed.
 * @returns its id, for runJobHere
 * @throws AppError `invalid_parameter`
 */
export async function openJobHere(db: Database, dataDir: string, kind: JobKind, parameters: unknown, requestedBy: string): Promise<number> {
  const json = JSON.stringify(checkParameters(kind, parameters));
  await requeueGoneJobs(db, dataDir);
  const left = (await findActiveJobs(db)).find((job) => job.state === "queued" && job.worker === null && job.kind === kind && job.parameters === json);
  if (left && (await keepJob(db, left))) return left.id;
  const { id } = await insertJob(db, { kind, parameters: json, requestedBy, wants: firstLockOf(kind), worker: ownIdentity() });
  ownJobs.add(id);
  return id;
}
