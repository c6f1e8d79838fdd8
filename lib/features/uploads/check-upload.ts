import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/database/client";
import { saveUpload } from "@/lib/database/uploads";
import { holdUpload } from "./hold-upload";
import { lookIntoFile } from "./look-into-file";
import { readUpload } from "./read-upload";
import type { UploadView } from "./upload-types";
import { uploadFile } from "./upload-file";

/**
 * Looks into an uploaded file that is whole: it is "usable" or "unusable" afterwards.
 * @throws AppError `not_found`; `conflict` where bytes are missing, or it was ingested already
 */
export async function checkUpload(db: Database, dataDir: string, id: string): Promise<UploadView> {
  return holdUpload(id, "checked", async () => {
    const upload = await readUpload(db, dataDir, id);
    if (upload.received < upload.size) throw new AppError("conflict", `${upload.received} of ${upload.size} bytes of upload ${id} are there. Send the rest first.`);
    if (upload.state === "ingested") throw new AppError("conflict", `Upload ${id} was checked, and became job ${upload.jobId}.`);
    await saveUpload(db, id, { state: "checking" });
    const check = await lookIntoFile(uploadFile(dataDir, upload));
    const state = check.problem === null ? "usable" : "unusable";
    await saveUpload(db, id, { state, check: JSON.stringify(check) });
    return { ...upload, state, check };
  });
}
