import { findActiveGeneration } from "@/lib/database/generations";
import type { Database } from "@/lib/database/client";
import type { JobContext, JobHandler } from "@/lib/features/jobs/job-context";
import { describeDeviceChoice } from "@/lib/features/jobs/describe-device-choice";
import { reportDownload } from "@/lib/features/jobs/report-download";
import { chooseDimensions } from "@/lib/features/models/choose-dimensions";
import { prepareEncoder } from "@/lib/features/models/prepare-encoder";
import type { PreparedEncoder } from "@/lib/features/models/prepared-encoder";
import { checkRemoval } from "./check-request";
import { reindexRequestSchema } from "./reindex-request";
import type { ReindexRequest, ReindexSummary } from "./reindex-types";
import { renewIndex } from "./renew-index";

interface ReindexHooks {
  /** Defaults to what the request wishes for. */
  openEncoder?: (db: Database) => Promise<PreparedEncoder>;
}

async function reindex(request: ReindexRequest, context: JobContext, { openEncoder }: ReindexHooks): Promise<ReindexSummary> {
  const start = performance.now();
  const { db, dataDir, meter, signal, log } = context;
  if (request.remove) await checkRemoval(db, request.remove);
  meter.begin("model", null);
  const encoder = await (openEncoder ?? (() => prepareEncoder(db, request.encoder ?? {}, { dataDir, signal, onDownload: reportDownload(meter) })))(db);
  try {
    const dimensions = chooseDimensions(encoder.model, request.encoder?.dimensions, await findActiveGeneration(db));
    const { embedded, index, gate, notices } = await renewIndex(context, { encoder, dimensions, request, onDevice: (choice) => log(describeDeviceChoice(choice)) });
    return {
      embedded: embedded.count,
      embeddedPerSecond: embedded.rate,
      generation: index.id,
      newGeneration: index.isNew,
      captionsInIndex: index.count,
      model: { id: encoder.model.identity.name, dimensions },
      device: embedded.device,
      gate,
      notices,
      seconds: (performance.now() - start) / 1000,
    };
  } finally {
    await encoder.close();
  }
}

/** Makes a new generation as asked for, from what the database has. */
export function createReindexHandler(hooks: ReindexHooks = {}): JobHandler<ReindexRequest, ReindexSummary> {
  return { kind: "reindex", parameters: reindexRequestSchema, lock: "index", run: (request, context) => reindex(request, context, hooks) };
}

export const reindexHandler = createReindexHandler();
