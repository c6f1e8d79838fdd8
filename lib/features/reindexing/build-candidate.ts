import { logger } from "@/lib/core/logger";
import { cutRows } from "@/lib/core/vector";
import { type EmbeddedRows, readEmbedded } from "@/lib/database/embeddings";
import { findActiveGeneration, forgetCandidate, type Generation, listGenerationsIn, saveCandidate } from "@/lib/database/generations";
import type { JobContext } from "@/lib/features/jobs/job-context";
import type { Manifest } from "@/lib/vector-index/generation";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import { type Content, hashContent } from "./hash-content";
import { hasSameGraph, isSameRecipe, manifestOf, type Recipe, recipeOf, sliceOf } from "./recipe";
import type { Swap } from "./reindex-types";

/** Rows read from the database at once. */
const PAGE = 4096;

export interface BuildOptions {
  recipe: Recipe;
  modelId: number;
  /** Length of the vectors in the database. */
  fullDimensions: number;
  /** What embedded; null where nothing had to be. */
  device: string | null;
  /** Builds anew what could be continued or kept. */
  full: boolean;
  swap: Swap;
}

/** "kept": the active generation is just what would be built. "empty": there are no captions. */
export type Built = { kind: "candidate"; id: string; count: number } | { kind: "kept" } | { kind: "empty" };

type Context = Pick<JobContext, "db" | "dataDir" | "jobId" | "meter" | "signal">;

async function* cutVectors(chunks: AsyncIterable<EmbeddedRows>, from: number, dimensions: number): AsyncGenerator<EmbeddedRows> {
  for await (const chunk of chunks) yield { ...chunk, vectors: cutRows(chunk.vectors, from, dimensions) };
}

async function isIntact(store: GenerationStore, id: string): Promise<boolean> {
  try {
    await store.verify(id);
    return true;
  } catch (err) {
    logger().warn({ err, generation: id }, "a generation of the index is damaged and is built anew");
    return false;
  }
}

/** Has the rows and the graph that the recipe makes of these captions. */
function holds(row: Generation | null, content: Content, recipe: Recipe): row is Generation {
  const made = row && recipeOf(row);
  return made !== null && row?.contentSha256 === content.sha256 && hasSameGraph(made, recipe);
}

/** A candidate that an attempt or a round before this one left; another job's may have been continued where this one is to be built in full. */
async function findCandidate({ db, jobId }: Context, { recipe, full }: BuildOptions): Promise<Generation | null> {
  const fits = (row: Generation) => {
    const made = recipeOf(row);
    return made !== null && isSameRecipe(made, recipe) && JSON.stringify(made.removes) === JSON.stringify(recipe.removes) && (!full || row.jobId === jobId);
  };
  return (await listGenerationsIn(db, ["candidate"])).find(fits) ?? null;
}

/** Removes a candidate, its row first: without one, its folder is a leftover that the next build clears. */
async function discard({ db }: Context, store: GenerationStore, id: string): Promise<void> {
  await forgetCandidate(db, id);
  await store.remove(id);
}

async function build(context: Context, store: GenerationStore, content: Content, base: Generation | null, { recipe, modelId, fullDimensions, device }: BuildOptions): Promise<Manifest> {
  const { db, meter, signal } = context;
  meter.begin("write", content.count);
  const { manifest } = await store.build({
    model: recipe.model,
    device: device ?? (base && manifestOf(base)?.device) ?? "cpu",
    hnsw: recipe.hnsw,
    rows: cutVectors(readEmbedded(db, modelId, fullDimensions, PAGE, sliceOf(recipe)), fullDimensions, recipe.model.dimensions),
    // A damaged or missing base is found out by the build itself, which then indexes everything.
    base: base?.id ?? null,
    signal,
    onWritten: (done) => meter.advanceTo(done),
    onIndexing: (total) => {
      meter.end();
      meter.begin("index", total);
    },
    onProgress: (done) => meter.advanceTo(done),
  });
  meter.end();
  return manifest;
}

async function copy({ meter, signal }: Context, store: GenerationStore, { id }: Generation, { hnsw }: Recipe): Promise<Manifest> {
  // Without a count: the rate of copying says nothing of the rate of a build.
  meter.begin("write", null);
  const manifest = await store.copy(id, hnsw, signal);
  meter.end();
  return manifest;
}

/**
 * Builds a generation of all embedded captions of the recipe and notes it as a candidate. The graph of a candidate left before, or of the active
 * generation, is continued where it can be; where only `ef` or the selection's name for the same captions differ, files are copied.
 */
export async function buildCandidate(context: Context, options: BuildOptions): Promise<Built> {
  const { db, dataDir, jobId, meter, signal } = context;
  const { recipe, modelId, full, swap } = options;
  const store = new GenerationStore(dataDir);
  meter.begin("compare", null);
  const content = await hashContent(db, modelId, sliceOf(recipe), signal);
  if (content.count === 0) return { kind: "empty" };
  const left = await findCandidate(context, options);
  if (left && holds(left, content, recipe) && (await isIntact(store, left.id))) return { kind: "candidate", id: left.id, count: left.count };
  const active = await findActiveGeneration(db);
  // One that this job made active before its process was killed is what it was to build, in full or not.
  const anew = full && active?.jobId !== jobId;
  const same = !anew && holds(active, content, recipe) && (await isIntact(store, active.id)) ? active : null;
  const made = same && recipeOf(same);
  if (same && made && isSameRecipe(made, recipe)) return { kind: "kept" };

  const manifest = same ? await copy(context, store, same, recipe) : await build(context, store, content, left ?? (anew ? null : active), options);
  await saveCandidate(db, {
    id: manifest.id, model: manifest.model, count: manifest.count, contentSha256: content.sha256, manifest,
    selection: JSON.stringify(recipe.selection), removes: JSON.stringify(recipe.removes), swap, jobId,
  });
  if (left) await discard(context, store, left.id);
  return { kind: "candidate", id: manifest.id, count: manifest.count };
}
