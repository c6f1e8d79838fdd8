import { AppError } from "@/lib/core/errors";
import type { Database, Transaction } from "@/lib/database/client";
import { findIndexJobs } from "@/lib/database/index-jobs";
import { seemsJobGone } from "@/lib/database/job-owner";

/** "job 12 (ingest)": the living job that changes generations now, null where none does. */
export async function findIndexHolder(db: Database | Transaction): Promise<string | null> {
  const holder = (await findIndexJobs(db)).find((job) => !seemsJobGone(job));
  return holder ? `job ${holder.id} (${holder.kind})` : null;
}

/** @throws AppError `conflict` naming the job that changes generations now */
export async function assertIndexFree(tx: Transaction): Promise<void> {
  const holder = await findIndexHolder(tx);
  if (holder) throw new AppError("conflict", `The index is being changed by ${holder} now. Wait for it to end, or cancel it, then try again.`);
}
