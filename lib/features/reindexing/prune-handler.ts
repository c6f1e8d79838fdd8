import { toAppError } from "@/lib/core/errors";
import { listGenerationsIn, listUsableGenerations, retireGeneration } from "@/lib/database/generations";
import { deleteBadEmbeddings } from "@/lib/database/integrity";
import { deleteBareImages, deleteBareSources, deleteOldJobs, deleteRemovedCaptions, deleteUnusedModels, listBareImageIds, listRemovedCaptionIds } from "@/lib/database/prunable";
import { findActiveJobs } from "@/lib/database/jobs";
import { findPrunableUploads } from "@/lib/database/uploads";
import type { JobContext, JobHandler } from "@/lib/features/jobs/job-context";
import { sweepLayouts } from "@/lib/features/layouts/sweep-layouts";
import { deleteUpload } from "@/lib/features/uploads/delete-upload";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import { collectKept } from "./prune/collect-kept";
import { pruneParameters, type PruneRequest, type PruneSummary } from "./prune/prune-types";
import { sweepGenerations } from "./sweep-generations";

/** Ended jobs whose rows and logs are kept. */
const JOBS = 200;
/** Milliseconds after which an upload that nobody goes on with is given up. */
const UPLOAD_AGE = 7 * 24 * 60 * 60 * 1000;

async function dropGenerations({ db }: JobContext, store: GenerationStore): Promise<string[]> {
  const rows = await listGenerationsIn(db, ["refused", "candidate"]);
  for (const { id } of rows) {
    await retireGeneration(db, id);
    await store.remove(id);
  }
  return rows.map(({ id }) => id);
}

/** Rows that no kept generation needs for going back. */
async function dropCaptions({ db, signal }: JobContext, store: GenerationStore): Promise<Pick<PruneSummary, "captions" | "images" | "sources" | "notices">> {
  const kept = await collectKept(db, store);
  if ("unreadable" in kept) return { captions: 0, images: 0, sources: 0, notices: [`Removed captions stay, as it is not known which of them a kept generation needs. ${kept.unreadable}`] };
  signal.throwIfAborted();
  const captions = await deleteRemovedCaptions(db, (await listRemovedCaptionIds(db)).filter((id) => !kept.captions.has(id)));
  signal.throwIfAborted();
  const images = await deleteBareImages(db, (await listBareImageIds(db)).filter((id) => !kept.images.has(id)));
  return { captions, images, sources: await deleteBareSources(db), notices: [] };
}

async function dropUploads({ db, dataDir }: JobContext): Promise<{ uploads: number; notices: string[] }> {
  const notices: string[] = [];
  let uploads = 0;
  for (const { id, name } of await findPrunableUploads(db, new Date(Date.now() - UPLOAD_AGE))) {
    await deleteUpload(db, dataDir, id).then(
      () => uploads++,
      (error: unknown) => notices.push(`The upload ${name} stays: ${toAppError(error).message}`),
    );
  }
  return { uploads, notices };
}

/** What layouts left that were not ended. One that is under way, or about to be, clears it away itself. */
async function dropLayouts({ db, dataDir, take }: JobContext): Promise<number> {
  if ((await findActiveJobs(db)).some(({ kind }) => kind === "layout")) return 0;
  await take("layout");
  return sweepLayouts(db, dataDir);
}

async function prune({ models = false }: PruneRequest, context: JobContext): Promise<PruneSummary> {
  const start = performance.now();
  const { db, dataDir, meter, signal } = context;
  const store = new GenerationStore(dataDir);
  meter.begin("prune", null);
  const generations = await dropGenerations(context, store);
  const leftovers = await sweepGenerations(db, dataDir);
  const { notices, ...rows } = await dropCaptions(context, store);
  signal.throwIfAborted();
  const uploads = await dropUploads(context);
  const jobs = await deleteOldJobs(db, JOBS);
  const badVectors = await deleteBadEmbeddings(db, signal);
  signal.throwIfAborted();
  const unused = models ? await deleteUnusedModels(db, (await listUsableGenerations(db)).map(({ modelSha256 }) => modelSha256)) : { models: [], vectors: 0 };
  const layouts = await dropLayouts(context);
  meter.end();
  return { generations, leftovers: leftovers + layouts, ...rows, jobs, uploads: uploads.uploads, badVectors, ...unused, notices: [...notices, ...uploads.notices], seconds: (performance.now() - start) / 1000 };
}

/** Takes away what nothing needs any more: what the kept generations could go back to stays. Killed at any moment, the next run goes on. */
export const pruneHandler: JobHandler<PruneRequest, PruneSummary> = { kind: "prune", parameters: pruneParameters, lock: "index", run: prune };
