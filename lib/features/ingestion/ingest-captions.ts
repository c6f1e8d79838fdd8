import { stat } from "node:fs/promises";
import path from "node:path";
import { AppError, toAppError } from "@/lib/core/errors";
import { readEnv } from "@/lib/core/env";
import { logger } from "@/lib/core/logger";
import { emptyWriteAheadLog, type Database } from "@/lib/database/client";
import { finishJob, saveJobProgress, startJob } from "@/lib/database/jobs";
import { findActiveGeneration } from "@/lib/database/generations";
import { clearStaging } from "@/lib/database/staging";
import type { DeviceChoice } from "@/lib/core/devices";
import type { TransferProgress } from "@/lib/core/download/transfer-meter";
import { chooseDimensions } from "@/lib/features/models/choose-dimensions";
import { prepareEncoder } from "@/lib/features/models/prepare-encoder";
import type { PreparedEncoder } from "@/lib/features/models/prepared-encoder";
import { renewIndex } from "@/lib/features/reindexing/renew-index";
import { prepareDatabase } from "@/lib/features/setup/prepare-database";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import type { SkippedMember } from "./caption-file";
import { collectionNameRule, isCollectionName } from "./collection-name";
import type { IngestProgress, IngestRequest, IngestSummary } from "./ingest-types";
import { ProgressMeter } from "@/lib/features/jobs/progress-meter";
import { passOverTokenized } from "./pass-over-tokenized";
import { openCaptionFiles } from "./readers/open-caption-files";
import { stageFile, type StagedFile } from "./stage-file";
import { storeFiles } from "./store-files";

/** Milliseconds between two heartbeats of the job. */
const HEARTBEAT = 2000;

interface IngestOptions {
  signal?: AbortSignal;
  onProgress?: (progress: IngestProgress) => void;
  /** A model that has to be fetched first. */
  onDownload?: (progress: TransferProgress) => void;
  /** Told how the device was chosen, before anything is embedded. */
  onDevice?: (choice: DeviceChoice) => void;
  /** Told, for people, of what fails while embedding and what follows from it. */
  onNotice?: (message: string) => void;
  dataDir?: string;
  /** Defaults to what the request wishes for. */
  openEncoder?: (db: Database) => Promise<PreparedEncoder>;
}

interface Run {
  db: Database;
  dataDir: string;
  jobId: number;
  request: IngestRequest;
  meter: ProgressMeter;
  options: IngestOptions;
  signal: AbortSignal;
}

/**
 * Reads caption files, stores what is new in them, embeds it and brings the index up to date.
 * Files are checked as a whole first: a bad one leaves the database as it was. Killed at any moment, the next run goes on.
 * @throws AppError `bad_input` naming file, record and mend; `conflict` while another ingest runs; `cancelled`; `disk_full`
 */
export async function ingestCaptions(request: IngestRequest, options: IngestOptions = {}): Promise<IngestSummary> {
  const { dataDir = readEnv().dataDir, signal = new AbortController().signal, onProgress = () => undefined } = options;
  const start = performance.now();
  const checked = await checkRequest(request);
  const { db } = await prepareDatabase(dataDir);
  return runAsJob(db, checked, { signal, onProgress }, async (jobId, meter) => {
    const done = await ingest({ db, dataDir, jobId, request: checked, meter, options, signal });
    return { ...done, seconds: (performance.now() - start) / 1000 };
  });
}

async function checkRequest(request: IngestRequest): Promise<IngestRequest> {
  if (request.collection !== null && !isCollectionName(request.collection)) {
    throw new AppError("bad_input", `The collection name "${request.collection}" cannot be used: give ${collectionNameRule}.`, { field: "collection" });
  }
  for (const file of request.files) {
    const found = await stat(file).catch(() => null);
    if (!found) throw new AppError("bad_input", `There is no file ${file}. Check the path.`, { field: file });
    if (found.isDirectory()) throw new AppError("bad_input", `${file} is a folder. Give the caption files in it, one by one or with a pattern such as ${path.join(file, "*.json")}.`, { field: file });
  }
  if (!request.imagesDir) return request;
  const imagesDir = path.resolve(request.imagesDir);
  if (!(await stat(imagesDir).catch(() => null))?.isDirectory()) throw new AppError("bad_input", `There is no folder ${request.imagesDir} for --images. Give the folder that holds the picture files.`, { field: "images" });
  return { ...request, imagesDir };
}

const stopped = (cause: unknown) => new AppError("cancelled", "Stopped. Captions that were stored and embedded are kept: run the same command again to go on.", { cause });

async function runAsJob(db: Database, request: IngestRequest, { signal, onProgress }: Required<Pick<IngestOptions, "signal" | "onProgress">>, work: (jobId: number, meter: ProgressMeter) => Promise<IngestSummary>): Promise<IngestSummary> {
  const jobId = await startJob(db, "ingest", request);
  const meter = new ProgressMeter(onProgress);
  const beat = () => {
    const { stage, done, total, rate } = meter.current;
    saveJobProgress(db, jobId, { stage, done, total, rate }).catch((error: unknown) => logger().warn({ err: error }, "the job's progress could not be saved"));
  };
  const timer = setInterval(beat, HEARTBEAT);
  try {
    const summary = await work(jobId, meter);
    clearInterval(timer);
    await finishJob(db, jobId, { state: "done", result: summary });
    return summary;
  } catch (error) {
    clearInterval(timer);
    const failure = signal.aborted ? stopped(error) : toAppError(error);
    await closeFailedJob(db, jobId, failure);
    throw failure;
  }
}

/** The staging rows go first: once the job is closed, another may stage. On a full disk each of these may fail; the first error is the one to tell, and the next run cleans up. */
async function closeFailedJob(db: Database, jobId: number, failure: AppError): Promise<void> {
  const tryTo = (work: Promise<void>) => work.catch((error: unknown) => logger().debug({ err: error }, "after a failed ingest, not everything could be cleaned up"));
  await tryTo(clearStaging(db));
  await tryTo(emptyWriteAheadLog(db));
  await tryTo(finishJob(db, jobId, { state: failure.code === "cancelled" ? "cancelled" : "failed", error: failure.message }));
}

/** Reads all files, then stores what is new in them: all of it or nothing. */
async function importFiles({ db, jobId, request, meter, signal }: Run): Promise<Pick<IngestSummary, "sources" | "skippedMembers">> {
  const skippedMembers: SkippedMember[] = [];
  const staged: StagedFile[] = [];
  for (const file of request.files) {
    for await (const member of openCaptionFiles(file, { signal, onSkippedMember: (skipped: SkippedMember) => skippedMembers.push(skipped) })) {
      staged.push(await stageFile(db, member, { jobId, part: staged.length }, request, meter));
    }
  }
  const { files, repeated } = passOverTokenized(staged);
  const sources = await storeFiles(db, files, { request, meter, signal });
  await clearStaging(db);
  return { sources, skippedMembers: [...skippedMembers, ...repeated] };
}

async function ingest(run: Run): Promise<Omit<IngestSummary, "seconds">> {
  const { db, dataDir, request, meter, options, signal } = run;
  await clearStaging(db);
  await new GenerationStore(dataDir).removePartials();
  meter.begin("model", null);
  const encoder = await (options.openEncoder ?? (() => prepareEncoder(db, request.encoder ?? {}, { dataDir, signal, onDownload: options.onDownload })))(db);
  try {
    const dimensions = chooseDimensions(encoder.model, request.encoder?.dimensions, await findActiveGeneration(db));
    const imported = await importFiles(run);
    const take = () => Promise.resolve();
    const log = (message: string, level?: string) => void (level === "warn" && options.onNotice?.(message));
    const { embedded, index, notices } = await renewIndex({ db, dataDir, jobId: run.jobId, meter, signal, log, take }, { encoder, dimensions, request: {}, onDevice: options.onDevice });
    return {
      ...imported,
      embedded: embedded.count,
      embeddedPerSecond: embedded.rate,
      generation: index.id,
      newGeneration: index.isNew,
      captionsInIndex: index.count,
      model: { id: encoder.model.identity.name, dimensions },
      device: embedded.device,
      deviceChoice: embedded.choice,
      notices,
    };
  } finally {
    await encoder.close();
  }
}
