import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/database/client";
import type { JobView } from "@/lib/features/jobs/job-types";
import { readJob } from "@/lib/features/jobs/read-job";

/** The ingest that was made of an upload, while it may still need the file or where it used it; null where none did. */
export async function findUploadJob(db: Database, upload: { jobId: number | null }): Promise<JobView | null> {
  if (upload.jobId === null) return null;
  return readJob(db, upload.jobId).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  });
}
