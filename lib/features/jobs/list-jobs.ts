import type { Database } from "@/lib/database/client";
import { findJobs } from "@/lib/database/jobs";
import type { JobKind, JobState, JobView } from "./job-types";
import { viewJobs } from "./view-job";

const LIMIT = 50;

interface JobListing {
  states?: JobState[];
  kinds?: JobKind[];
  /** Only jobs with lower ids: the next page. */
  before?: number;
  /** 50 unless given. */
  limit?: number;
}

/** The newest first. */
export async function listJobs(db: Database, { limit = LIMIT, ...filter }: JobListing = {}): Promise<JobView[]> {
  return viewJobs(db, await findJobs(db, { ...filter, limit }));
}
