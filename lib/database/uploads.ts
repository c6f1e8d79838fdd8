import type { Database } from "./client";
import type { Upload } from "./generated/client";

export type { Upload } from "./generated/client";

/** Uploads that are shown: the newest ones. */
const LISTED = 100;

export async function insertUpload(db: Database, upload: { id: string; name: string; size: number; createdBy: string }): Promise<Upload> {
  return db.upload.create({ data: { ...upload, state: "receiving" } });
}

export async function findUpload(db: Database, id: string): Promise<Upload | null> {
  return db.upload.findUnique({ where: { id } });
}

/** Newest first. */
export async function findUploads(db: Database): Promise<Upload[]> {
  return db.upload.findMany({ orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: LISTED });
}

/** Those whose file is not whole yet. */
export async function findUnfinishedUploads(db: Database): Promise<Upload[]> {
  return db.upload.findMany({ where: { state: "receiving", finishedAt: null } });
}

/** Does nothing where the upload was deleted meanwhile. */
export async function saveUpload(db: Database, id: string, change: Partial<Pick<Upload, "received" | "state" | "check" | "jobId" | "finishedAt">>): Promise<void> {
  await db.upload.updateMany({ where: { id }, data: change });
}

export async function removeUpload(db: Database, id: string): Promise<void> {
  await db.upload.deleteMany({ where: { id } });
}

/** Those that became jobs, and those that nobody has gone on with since `before`. */
export async function findPrunableUploads(db: Database, before: Date): Promise<Upload[]> {
  return db.upload.findMany({ where: { OR: [{ state: "ingested" }, { state: { not: "ingested" }, createdAt: { lt: before } }] } });
}
