import { rm } from "node:fs/promises";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/database/client";
import { removeUpload } from "@/lib/database/uploads";
import { holdUpload } from "./hold-upload";
import { requireUpload } from "./read-upload";
import { uploadFolder } from "./upload-file";
import { findUploadJob } from "./upload-job";

/**
 * Takes an upload and its file away.
 * @throws AppError `not_found`; `conflict` while a request or a job uses the file
 */
export async function deleteUpload(db: Database, dataDir: string, id: string): Promise<void> {
  await holdUpload(id, "deleted", async () => {
    const job = await findUploadJob(db, await requireUpload(db, id));
    if (job?.state === "queued" || job?.state === "running") throw new AppError("conflict", `Job ${job.id} reads the file of this upload. Wait for it to end, or cancel it first.`);
    await rm(/* turbopackIgnore: true */ uploadFolder(dataDir, id), { recursive: true, force: true });
    await removeUpload(db, id);
  });
}
