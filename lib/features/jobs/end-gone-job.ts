import type { Database } from "@/lib/database/client";
import { adoptJob } from "@/lib/database/job-claims";
import { finishJob } from "@/lib/database/job-lease";
import type { Job } from "@/lib/database/jobs";
import { forgetCancel } from "./cancel-file";
import { cleanUpAfter } from "./clean-up";
import type { JobFailure } from "./job-types";

/** Takes over a job whose process is gone, throws away what is half done, and writes its end. @returns whether it still was as seen */
export async function endGoneJob(db: Database, dataDir: string, job: Job, state: "failed" | "cancelled", error: JobFailure): Promise<boolean> {
  if (!(await adoptJob(db, job))) return false;
  await cleanUpAfter(db, dataDir, job.holds);
  await finishJob(db, job.id, { state, error });
  await forgetCancel(dataDir, job.id);
  return true;
}
