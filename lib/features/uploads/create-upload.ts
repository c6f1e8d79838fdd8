import { randomUUID } from "node:crypto";
import { mkdir, open, rm, statfs } from "node:fs/promises";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/database/client";
import { findUnfinishedUploads, insertUpload } from "@/lib/database/uploads";
import { safeFileName } from "./safe-file-name";
import { readReceived, uploadFile, uploadFolder } from "./upload-file";
import { MAX_UNFINISHED, MAX_UPLOAD_BYTES, RESERVED_BYTES } from "./upload-limits";
import type { UploadView } from "./upload-types";
import { viewUpload } from "./view-upload";

interface Wish {
  /** As the client calls the file. */
  name: string;
  /** Bytes. */
  size: number;
}

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1e6)} MB`;

function checkSize(size: number): void {
  if (!Number.isSafeInteger(size) || size < 1) throw new AppError("invalid_parameter", "The size of the file has to be given in bytes, at least 1.", { field: "size" });
  if (size <= MAX_UPLOAD_BYTES) return;
  throw new AppError("invalid_parameter", `The file has ${size.toLocaleString("en")} bytes; at most ${MAX_UPLOAD_BYTES.toLocaleString("en")} (1 GiB) can be uploaded. Compress it (gzip, zip), or ingest it on the machine itself: npm run ingest -- FILE`, { field: "size" });
}

/** Bytes that unfinished uploads may still take. */
async function promisedBytes(db: Database, dataDir: string): Promise<number> {
  const unfinished = await findUnfinishedUploads(db);
  if (unfinished.length >= MAX_UNFINISHED) throw new AppError("conflict", `${unfinished.length} uploads are unfinished already. Finish or delete one of them first.`);
  const left = await Promise.all(unfinished.map(async (upload) => upload.size - ((await readReceived(dataDir, upload)) ?? 0)));
  return left.reduce((sum, bytes) => sum + bytes, 0);
}

async function checkDisk(dataDir: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(/* turbopackIgnore: true */ dataDir);
  const free = bavail * bsize;
  if (needed + RESERVED_BYTES <= free) return;
  throw new AppError("disk_full", `The disk of the data folder has ${megabytes(free)} free; the file needs ${megabytes(needed)} with the uploads under way, and ${megabytes(RESERVED_BYTES)} have to stay free. Free some space, or delete uploads that are not needed.`);
}

/**
 * Makes room for a file that is to come, empty so far.
 * @throws AppError `invalid_parameter`, `conflict` where too many uploads are unfinished, `disk_full`
 */
export async function createUpload(db: Database, dataDir: string, wish: Wish, createdBy: string): Promise<UploadView> {
  checkSize(wish.size);
  const name = safeFileName(wish.name);
  if (name === null) throw new AppError("invalid_parameter", "The file has no name. Give the one that it has on disk.", { field: "filename" });
  await checkDisk(dataDir, wish.size + (await promisedBytes(db, dataDir)));
  const id = randomUUID();
  await mkdir(/* turbopackIgnore: true */ uploadFolder(dataDir, id), { recursive: true });
  try {
    await (await open(/* turbopackIgnore: true */ uploadFile(dataDir, { id, name }), "wx")).close();
    return viewUpload(await insertUpload(db, { id, name, size: wish.size, createdBy }), 0);
  } catch (error) {
    await rm(/* turbopackIgnore: true */ uploadFolder(dataDir, id), { recursive: true, force: true });
    throw error;
  }
}
