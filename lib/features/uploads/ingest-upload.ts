import { z } from "zod";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/database/client";
import { saveUpload } from "@/lib/database/uploads";
import { collectionNameRule, isCollectionName } from "@/lib/features/ingestion/collection-name";
import { readLanguageTag } from "@/lib/features/ingestion/readers/language-tag";
import type { JobView } from "@/lib/features/jobs/job-types";
import { submitJob } from "@/lib/features/jobs/submit-job";
import { holdUpload } from "./hold-upload";
import { readUpload } from "./read-upload";
import { uploadFile } from "./upload-file";
import { findUploadJob } from "./upload-job";
import type { UploadView } from "./upload-types";

/** What is said of an uploaded file; the rest is as its kind and its records tell. */
export const ingestWishSchema = z.strictObject({
  collection: z.string().refine(isCollectionName, `must be ${collectionNameRule}`).nullish(),
  /** BCP 47 tag of all captions. */
  language: z.string().transform((tag, context) => readLanguageTag(tag) ?? (context.addIssue("must be a BCP 47 tag such as ja or en"), z.NEVER)).nullish(),
  /** Share (0 … 1) of records that may be unusable. */
  maxBad: z.number().min(0).max(1).default(0.01),
});

export type IngestWish = z.output<typeof ingestWishSchema>;

/** A job that ended without having stored the file may be made again. */
async function checkIngestible(db: Database, upload: UploadView): Promise<void> {
  const job = await findUploadJob(db, upload);
  if (job && job.state !== "failed" && job.state !== "cancelled") throw new AppError("conflict", `Job ${job.id} was made of upload ${upload.id} already.`);
  if (upload.received < upload.size) throw new AppError("conflict", `${upload.received} of ${upload.size} bytes of upload ${upload.id} are there. Send the rest first.`);
  if (upload.state === "unusable") throw new AppError("conflict", `Upload ${upload.id} cannot be ingested: ${upload.check?.problem ?? "it is unusable."}`);
  if (upload.state !== "usable" && upload.state !== "ingested") throw new AppError("conflict", `Upload ${upload.id} has not been checked yet. POST to its check first.`);
}

/**
 * Makes an ingest job of a file that was found usable.
 * @throws AppError `not_found`; `conflict` where it is not whole, unchecked, unusable, or a job of it is under way or done
 */
export async function ingestUpload(db: Database, dataDir: string, id: string, wish: IngestWish, requestedBy: string): Promise<JobView> {
  return holdUpload(id, "ingested", async () => {
    const upload = await readUpload(db, dataDir, id);
    await checkIngestible(db, upload);
    const request = { files: [uploadFile(dataDir, upload)], upload: id, collection: wish.collection ?? null, language: wish.language ?? null, maxBadShare: wish.maxBad, imagesDir: null };
    const job = await submitJob(db, "ingest", request, requestedBy);
    await saveUpload(db, id, { state: "ingested", jobId: job.id });
    return job;
  });
}
