import { rm } from "node:fs/promises";
import { AppError } from "@/lib/core/errors";
import type { DeviceChoice } from "@/lib/core/devices";
import type { TransferProgress } from "@/lib/core/download/transfer-meter";
import type { Database } from "@/lib/database/client";
import { findActiveGeneration } from "@/lib/database/generations";
import { clearStaging } from "@/lib/database/staging";
import { saveUpload } from "@/lib/database/uploads";
import { describeDeviceChoice } from "@/lib/features/jobs/describe-device-choice";
import type { JobContext, JobHandler } from "@/lib/features/jobs/job-context";
import { reportDownload } from "@/lib/features/jobs/report-download";
import { chooseDimensions } from "@/lib/features/models/choose-dimensions";
import { prepareEncoder } from "@/lib/features/models/prepare-encoder";
import type { PreparedEncoder } from "@/lib/features/models/prepared-encoder";
import { renewIndex } from "@/lib/features/reindexing/renew-index";
import { uploadFolder } from "@/lib/features/uploads/upload-file";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import { checkRequest } from "./check-request";
import { importFiles } from "./import-files";
import { ingestRequestSchema } from "./ingest-request";
import type { IngestRequest, IngestSummary } from "./ingest-types";

export interface IngestHooks {
  /** A model that has to be fetched first; a stage of the job unless given. */
  onDownload?: (progress: TransferProgress) => void;
  /** Told how the device was chosen, before anything is embedded; the job's log unless given. */
  onDevice?: (choice: DeviceChoice) => void;
  /** Defaults to what the request wishes for. */
  openEncoder?: (db: Database) => Promise<PreparedEncoder>;
}

const stopped = (cause: unknown) => new AppError("cancelled", "Stopped. Captions that were stored and embedded are kept: run the same command again to go on.", { cause });

/** Ingests as a job: captions are checked and stored first, then the index is brought up to date when it is its turn. */
export function createIngestHandler(hooks: IngestHooks = {}): JobHandler<IngestRequest, IngestSummary> {
  return {
    kind: "ingest",
    parameters: ingestRequestSchema,
    lock: "captions",
    run: async (request, context) => {
      try {
        return await ingest(request, context, hooks);
      } catch (error) {
        throw context.signal.aborted ? stopped(error) : error;
      }
    },
  };
}

export const ingestHandler = createIngestHandler();

async function ingest(given: IngestRequest, context: JobContext, hooks: IngestHooks): Promise<IngestSummary> {
  const { db, dataDir, meter, signal } = context;
  const { openEncoder, onDownload = reportDownload(meter), onDevice = (choice) => context.log(describeDeviceChoice(choice)) } = hooks;
  const start = performance.now();
  const request = await checkRequest(given);
  await clearStaging(db);
  meter.begin("model", null);
  const encoder = await (openEncoder ?? (() => prepareEncoder(db, request.encoder ?? {}, { dataDir, signal, onDownload })))(db);
  try {
    const dimensions = chooseDimensions(encoder.model, request.encoder?.dimensions, await findActiveGeneration(db));
    const imported = await importFiles(request, context);
    await context.take("index");
    await new GenerationStore(dataDir).removePartials();
    const { embedded, index, notices } = await renewIndex(context, { encoder, dimensions, request: {}, onDevice });
    if (request.upload) await closeUpload(context, request.upload);
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
      seconds: (performance.now() - start) / 1000,
    };
  } finally {
    await encoder.close();
  }
}

/** Its captions are in the database now: the file has done its service. */
async function closeUpload({ db, dataDir, jobId }: JobContext, id: string): Promise<void> {
  await saveUpload(db, id, { state: "ingested", jobId, finishedAt: new Date() });
  await rm(uploadFolder(dataDir, id), { recursive: true, force: true });
}
