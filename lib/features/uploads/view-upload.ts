import type { Upload } from "@/lib/database/uploads";
import { isHeld } from "./hold-upload";
import type { UploadCheck, UploadState, UploadView } from "./upload-types";

/** A check that its server did not live to end is as good as none. */
function stateOf(upload: Upload): UploadState {
  return upload.state === "checking" && !isHeld(upload.id, "checked") ? "receiving" : (upload.state as UploadState);
}

/** @param received bytes on disk; null where the file was cleared away, as it is some time after its ingest */
export function viewUpload(upload: Upload, received: number | null): UploadView {
  const { id, name, size, check, jobId, createdBy, createdAt } = upload;
  return {
    id,
    name,
    size,
    received: received ?? (upload.finishedAt ? size : 0),
    state: stateOf(upload),
    check: check === null ? null : (JSON.parse(check) as UploadCheck),
    jobId,
    createdBy,
    createdAt: createdAt.toISOString(),
  };
}
