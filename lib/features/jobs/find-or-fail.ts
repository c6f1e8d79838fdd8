import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/database/client";
import { findJob, type Job } from "@/lib/database/jobs";

/** @throws AppError `not_found` */
export async function findJobOrFail(db: Database, id: number): Promise<Job> {
  const job = Number.isSafeInteger(id) && id > 0 ? await findJob(db, id) : null;
  if (!job) throw new AppError("not_found", `There is no job ${id}. npm run jobs -- list shows those there are.`, { field: "id" });
  return job;
}
