import type { Database } from "@/lib/database/client";
import { findJobOrFail } from "./find-or-fail";
import type { JobView } from "./job-types";
import { viewJob } from "./view-job";

/** @throws AppError `not_found` */
export async function readJob(db: Database, id: number): Promise<JobView> {
  return viewJob(db, await findJobOrFail(db, id));
}
