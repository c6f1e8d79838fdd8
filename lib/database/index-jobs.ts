import type { Database, Transaction } from "./client";
import type { Job } from "./generated/client";

/** Running jobs that hold the lock of generations; the process of each may be gone. */
export async function findIndexJobs(db: Database | Transaction): Promise<Job[]> {
  return db.job.findMany({ where: { state: "running", holds: "index" } });
}
