import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/database/client";
import { findJobOrFail } from "./find-or-fail";
import type { JobKind, JobView } from "./job-types";
import { submitJob } from "./submit-job";

/**
 * Makes a job like one that has ended; what that one did is found and kept.
 * @throws AppError `not_found`; `conflict` where it has not ended
 */
export async function retryJob(db: Database, id: number, requestedBy: string): Promise<JobView> {
  const { kind, state, parameters } = await findJobOrFail(db, id);
  if (state === "queued" || state === "running") throw new AppError("conflict", `Job ${id} has not ended (${state}): there is nothing to try again.`);
  return submitJob(db, kind as JobKind, JSON.parse(parameters), requestedBy);
}
