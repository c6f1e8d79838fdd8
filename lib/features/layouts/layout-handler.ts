import { setImmediate as nextTurn } from "node:timers/promises";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/database/client";
import { findActiveGeneration, findGeneration, type Generation } from "@/lib/database/generations";
import { listLayouts, saveLayout } from "@/lib/database/layouts";
import type { JobContext, JobHandler } from "@/lib/features/jobs/job-context";
import { measureQuality } from "@/lib/projection/quality/measure-quality";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import type { LoadedRows } from "@/lib/vector-index/load-generation";
import { extendLayout } from "./extend-layout";
import { type Base, findBase, isComplete } from "./find-base";
import { givenParameters } from "./given-parameters";
import { newLayoutId } from "./layout-id";
import { type LayoutManifest, viewLayout } from "./layout-manifest";
import { type LayoutRequest, layoutRequestSchema } from "./layout-request";
import { LayoutStore } from "./layout-store";
import type { LayoutSummary } from "./layout-types";
import type { LayoutWork } from "./layout-work";
import { makePicture } from "./make-picture";
import type { Placement } from "./placement";
import { runPca } from "./run-pca";
import { planTsne, runTsne } from "./run-tsne";
import { pointVectors, selectPoints } from "./select-points";
import { sweepLayouts } from "./sweep-layouts";
import { WorkFolder, workFolderName } from "./work-folder";

/** Layouts of a kind that a generation keeps. */
const KEEP = 2;

/** @throws AppError `conflict` where there is none, or it is not on disk any more; `not_found` */
async function needShown(db: Database, id: string | undefined): Promise<Generation> {
  const row = id === undefined ? await findActiveGeneration(db) : await findGeneration(db, id);
  if (!row && id === undefined) throw new AppError("conflict", "There is no index yet, and nothing to lay out. Import captions first: npm run ingest -- FILE");
  if (!row) throw new AppError("not_found", `There is no index generation ${id}. npm run generation -- list shows those there are.`, { field: "generation" });
  if (row.state !== "active" && row.state !== "ready") throw new AppError("conflict", `The index generation ${row.id} is ${row.state}; only one that is in use or kept for going back can be laid out. npm run generation -- list shows them.`, { field: "generation" });
  return row;
}

async function layOutGeneration(request: LayoutRequest, context: JobContext): Promise<LayoutSummary> {
  const start = performance.now();
  const { db, dataDir, meter } = context;
  const store = new LayoutStore(dataDir);
  const generation = await needShown(db, request.generation);
  try {
    meter.begin("load", null);
    const loaded = await new GenerationStore(dataDir).loadRows(generation.id);
    const { manifest, labels } = loaded;
    const points = selectPoints(manifest, labels, request.unit, request.language);
    const parameters = request.method === "tsne" ? planTsne(request, points.count) : {};
    const base = request.mode === "full" ? null : await findBase(db, store, request, manifest, points);
    if (!base && request.mode === "extend") throw new AppError("conflict", "There is no layout that this one could extend: none of its kind, encoder and parameters has four fifths of these captions. Lay all of them out: npm run layout", { field: "mode" });
    if (base && isComplete(base, generation.id, points)) return { layout: viewLayout(base.layout.manifest), newLayout: false, replaced: [], seconds: (performance.now() - start) / 1000 };
    const { method, unit, language, distance } = request;
    const name = workFolderName({ method, unit, language, distance, parameters, initialisation: request.initialisation, base: base?.layout.manifest.id });
    await sweepLayouts(db, dataDir, { generation: generation.id, name });
    const folder = new WorkFolder(await store.openWorkFolder(generation.id, name));
    const work: LayoutWork = { context, request, manifest, points, vectors: pointVectors(points, loaded.vectors, manifest.model.dimensions), folder };
    const placement = base ? await extendLayout(work, store, base) : await (request.method === "pca" ? runPca(work) : runTsne(work));
    const { written, replaced } = await publish(work, store, loaded, base, placement, start);
    await folder.remove();
    return { layout: viewLayout(written), newLayout: true, replaced, seconds: (performance.now() - start) / 1000 };
  } catch (error) {
    throw await store.asGone(generation.id, error);
  }
}

async function measure({ context, manifest, points, vectors }: LayoutWork, { graph, positions, divergence }: Placement): Promise<LayoutManifest["quality"]> {
  context.meter.begin("quality", null);
  await nextTurn();
  const quality = measureQuality({ graph, positions, vectors: { values: vectors, dimensions: manifest.model.dimensions }, groups: points.captions && points.images, divergence });
  context.meter.end();
  context.log(`Of the 10 nearest captions ${(100 * quality.neighboursKept).toFixed(1)} % are among the 10 nearest on the map.`);
  return quality;
}

/** Measures the layout, draws it, writes it and makes it known, in place of the oldest of its kind. */
async function publish(work: LayoutWork, store: LayoutStore, { labels }: LoadedRows, base: Base | null, placement: Placement, start: number): Promise<{ written: LayoutManifest; replaced: string[] }> {
  const { context, request, manifest, points } = work;
  const { db, jobId, meter, signal } = context;
  const quality = await measure(work, placement);
  const { frame, parts, densest, ...contents } = await makePicture(work, placement.positions, labels.captionIds, base?.layout.manifest.frame ?? null);
  signal.throwIfAborted();
  const { method, unit, language, distance } = request;
  const about: LayoutManifest = {
    formatVersion: 1,
    id: newLayoutId(new Date(), (await listLayouts(db))[0]?.id ?? null),
    generation: manifest.id,
    createdAt: new Date().toISOString(),
    method, unit, language, distance,
    parameters: placement.parameters,
    count: points.count,
    captions: points.rows.length,
    images: new Set(points.images).size,
    placed: base ? base.layout.manifest.placed + base.fresh : 0,
    frame, parts,
    languages: points.languages,
    collections: points.collections,
    densest, quality,
    seconds: (performance.now() - start) / 1000,
    model: { sha256: manifest.model.sha256, dimensions: manifest.model.dimensions },
    given: givenParameters(request),
    extends: base?.layout.manifest.id ?? null,
    colours: 16,
    files: {},
  };
  meter.begin("publish", null);
  const written = await store.write({ about, ...contents, axes: placement.axes }, signal);
  const { id, generation, count, createdAt } = written;
  try {
    const older = await saveLayout(db, jobId, { id, generationId: generation, method, unit, language, distance, count, createdAt: new Date(createdAt), manifest: written }, KEEP);
    for (const row of older) await store.remove({ generation: row.generationId, id: row.id });
    meter.end();
    return { written, replaced: older.map((row) => row.id) };
  } catch (error) {
    await store.remove({ generation, id });
    throw error;
  }
}

/** Lays a generation out and keeps the layout beside it. Killed at any moment, the next run goes on from what was computed. */
export const layoutHandler: JobHandler<LayoutRequest, LayoutSummary> = { kind: "layout", parameters: layoutRequestSchema, lock: "layout", run: layOutGeneration };
