import { findCurrentLayout } from "@/lib/database/layouts";
import { findActiveGeneration } from "@/lib/database/generations";
import type { Database } from "@/lib/database/client";
import { listJobs } from "@/lib/features/jobs/list-jobs";
import type { LayoutManifest } from "@/lib/features/layouts/layout-manifest";
import { viewLayout } from "@/lib/features/layouts/layout-manifest";
import { listLayouts } from "@/lib/features/layouts/list-layouts";
import { searchEngine } from "@/lib/features/serving/search-engine";
import { findKnownLayout, layoutStore } from "./layout-shelf";
import type { LayoutView, MapOverview } from "./map-types";

/** What there is to be shown. Works without an index and while none can be used. */
export async function readMap(): Promise<MapOverview> {
  const db = await searchEngine().openDatabase();
  const [layouts, current, active, job] = await Promise.all([listLayouts(db), findCurrentLayout(db), findActiveGeneration(db), findLayoutJob(db)]);
  return { current: current?.id ?? null, layouts, generation: active && { id: active.id, captions: active.count }, job };
}

/** The one that is being computed, else the next in turn. */
async function findLayoutJob(db: Database): Promise<MapOverview["job"]> {
  const jobs = await listJobs(db, { kinds: ["layout"], states: ["queued", "running"] });
  const job = jobs.find(({ state }) => state === "running") ?? jobs.at(-1);
  const stage = job?.stages.at(-1);
  return job ? { id: job.id, state: job.state, stage: stage?.stage ?? null, done: stage?.done ?? 0, total: stage?.total ?? null, etaSeconds: job.etaSeconds } : null;
}

/** @throws AppError `not_found` */
export async function readLayout(id: string): Promise<LayoutView> {
  return viewLayout((await findKnownLayout(await searchEngine().openDatabase(), id)).manifest);
}

/** A part of the points of a layout, gzip. @throws AppError `not_found`, `layout_damaged` */
export const readLayoutPart = (id: string, part: number): Promise<Uint8Array<ArrayBuffer>> => readFromDisk(id, (key, manifest) => layoutStore().readPart(key, manifest, part));

/** MapLabels as JSON. @throws AppError `not_found`, `layout_damaged` */
export const readLayoutLabels = (id: string): Promise<Uint8Array<ArrayBuffer>> => readFromDisk(id, (key, manifest) => layoutStore().readLabels(key, manifest));

async function readFromDisk(id: string, read: (key: { generation: string; id: string }, manifest: LayoutManifest) => Promise<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>> {
  const { key, manifest } = await findKnownLayout(await searchEngine().openDatabase(), id);
  return read(key, manifest);
}
