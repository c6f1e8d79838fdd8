import { createHash } from "node:crypto";
import { logger } from "@/lib/core/logger";
import { cutRows } from "@/lib/core/vector";
import type { Database } from "@/lib/database/client";
import { type EmbeddedRows, readEmbedded, readIndexedContent } from "@/lib/database/embeddings";
import { activateGeneration, findActiveGeneration, listUsableGenerations, retireGeneration } from "@/lib/database/generations";
import type { ModelIdentity } from "@/lib/embedding/embedder";
import { parseManifest } from "@/lib/vector-index/generation";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import { hnswDefaults } from "@/lib/vector-index/hnsw-defaults";
import type { ProgressMeter } from "@/lib/features/jobs/progress-meter";

/** Rows read from the database at once. */
const PAGE = 4096;
/** Generations kept on disk, the active one included. */
const KEEP = 3;

interface BuildOptions {
  dataDir: string;
  modelId: number;
  model: ModelIdentity;
  /** Length that the vectors are cut to. */
  dimensions: number;
  /** What embedded; null where nothing had to be. */
  device: string | null;
  meter: ProgressMeter;
  signal: AbortSignal;
}

async function hashContent(db: Database, modelId: number): Promise<{ sha256: string; count: number }> {
  const hash = createHash("sha256");
  let count = 0;
  for await (const lines of readIndexedContent(db, modelId, PAGE)) {
    hash.update(lines);
    count += lines.split("\n").length - 1;
  }
  return { sha256: hash.digest("hex"), count };
}

async function* cutVectors(chunks: AsyncIterable<EmbeddedRows>, from: number, dimensions: number): AsyncGenerator<EmbeddedRows> {
  for await (const chunk of chunks) yield { ...chunk, vectors: cutRows(chunk.vectors, from, dimensions) };
}

/** What the vectors of a generation were made on, as far as its manifest tells. */
function deviceOf(manifest: string | undefined): string | null {
  const parsed = manifest === undefined ? null : parseManifest(manifest);
  return parsed === null || typeof parsed === "string" ? null : parsed.device;
}

async function isIntact(store: GenerationStore, id: string): Promise<boolean> {
  try {
    await store.verify(id);
    return true;
  } catch (err) {
    logger().warn({ err }, "the active generation is damaged and will be built anew");
    return false;
  }
}

/**
 * Builds a generation of all embedded captions and makes it the active one, unless the active one holds just these, undamaged.
 * @returns the active generation, null where there are no captions
 */
export async function buildIndex(db: Database, { dataDir, modelId, model, dimensions, device, meter, signal }: BuildOptions): Promise<{ id: string | null; isNew: boolean; count: number }> {
  const store = new GenerationStore(dataDir);
  const content = await hashContent(db, modelId);
  const active = await findActiveGeneration(db);
  if (content.count === 0) return { id: active?.id ?? null, isNew: false, count: active?.count ?? 0 };
  const same = active?.contentSha256 === content.sha256 && active.modelSha256 === model.sha256 && active.dimensions === dimensions;
  if (same && (await isIntact(store, active.id))) return { id: active.id, isNew: false, count: active.count };

  meter.begin("index", content.count);
  const { manifest } = await store.build({
    model: { name: model.name, sha256: model.sha256, dimensions },
    device: device ?? deviceOf(active?.manifest) ?? "cpu",
    hnsw: hnswDefaults,
    rows: cutVectors(readEmbedded(db, modelId, model.dimensions, PAGE), model.dimensions, dimensions),
    // A damaged or missing base is found out by the build itself, which then indexes everything.
    base: active?.id ?? null,
    signal,
    onProgress: (done) => meter.advanceTo(done),
  });
  meter.end();
  meter.begin("activate", null);
  await activateGeneration(db, { id: manifest.id, model: manifest.model, count: manifest.count, contentSha256: content.sha256, manifest });
  await retireOldGenerations(db, store);
  meter.end();
  return { id: manifest.id, isNew: true, count: manifest.count };
}

async function retireOldGenerations(db: Database, store: GenerationStore): Promise<void> {
  for (const { id } of (await listUsableGenerations(db)).slice(KEEP)) {
    await retireGeneration(db, id);
    await store.remove(id);
  }
}
