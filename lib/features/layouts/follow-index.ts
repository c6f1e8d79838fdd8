import { toAppError } from "@/lib/core/errors";
import type { Database } from "@/lib/database/client";
import { findActiveGeneration, type Generation } from "@/lib/database/generations";
import { findActiveJobs } from "@/lib/database/jobs";
import { type Layout, listLayoutsOf } from "@/lib/database/layouts";
import type { JobContext } from "@/lib/features/jobs/job-context";
import { submitJob } from "@/lib/features/jobs/submit-job";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import { findBase } from "./find-base";
import { layoutManifestOf } from "./layout-manifest";
import { type LayoutRequest, layoutRequestSchema } from "./layout-request";
import { LayoutStore } from "./layout-store";
import { selectPoints } from "./select-points";

/** Captions that are laid out anew unasked: with more it takes many minutes of all cores. */
const MOST_UNASKED = 200_000;

type Context = Pick<JobContext, "db" | "dataDir" | "jobId" | "log">;

async function canExtend(db: Database, dataDir: string, { id }: Generation, request: LayoutRequest): Promise<boolean> {
  const generations = new GenerationStore(dataDir);
  const manifest = await generations.readManifest(id);
  const points = selectPoints(manifest, await generations.loadLabels(id), request.unit, request.language);
  return (await findBase(db, new LayoutStore(dataDir), request, manifest, points)) !== null;
}

/** Whether a layout like it is waiting for its turn, and will be of the active generation. */
async function isQueued(db: Database, request: LayoutRequest): Promise<boolean> {
  const parameters = JSON.stringify(request);
  return (await findActiveJobs(db)).some((job) => job.kind === "layout" && job.state === "queued" && job.parameters === parameters);
}

/**
 * Has the map follow a generation that has just become active: a job lays it out as `shown`, which maps have shown so far, extending that where it can.
 * What fails here is told, and does not undo the index.
 */
export async function followIndex(context: Context, shown: Layout): Promise<void> {
  try {
    await follow(context, shown);
  } catch (error) {
    context.log(`The map does not follow the new index: ${toAppError(error).message} npm run layout lays it out.`, "warn");
  }
}

async function follow({ db, dataDir, jobId, log }: Context, shown: Layout): Promise<void> {
  const active = await findActiveGeneration(db);
  if (!active || (await listLayoutsOf(db, active.id)).length > 0) return;
  const { method, unit, language, distance, given } = layoutManifestOf(shown);
  const request = layoutRequestSchema.parse({ ...given, method, unit, language, distance, mode: "auto" });
  if (await isQueued(db, request)) return;
  if (active.count > MOST_UNASKED && !(await canExtend(db, dataDir, active, request))) return log(`The map still shows the captions of ${shown.generationId}. Laying all captions out anew takes many minutes; to do it: npm run layout`, "warn");
  const job = await submitJob(db, "layout", request, `job ${jobId}`);
  log(`The map follows the new index by job ${job.id}.`);
}
