import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/database/client";
import { findUpload, findUploads, type Upload } from "@/lib/database/uploads";
import { readReceived } from "./upload-file";
import { viewUpload } from "./view-upload";
import type { UploadView } from "./upload-types";

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @throws AppError `not_found` */
export async function requireUpload(db: Database, id: string): Promise<Upload> {
  const upload = ID.test(id) ? await findUpload(db, id) : null;
  if (!upload) throw new AppError("not_found", "There is no such upload. GET /api/v1/admin/uploads lists them.");
  return upload;
}

/** @throws AppError `not_found` */
export async function readUpload(db: Database, dataDir: string, id: string): Promise<UploadView> {
  const upload = await requireUpload(db, id);
  return viewUpload(upload, await readReceived(dataDir, upload));
}

/** The newest hundred, newest first. */
export async function listUploads(db: Database, dataDir: string): Promise<UploadView[]> {
  const uploads = await findUploads(db);
  return Promise.all(uploads.map(async (upload) => viewUpload(upload, await readReceived(dataDir, upload))));
}
