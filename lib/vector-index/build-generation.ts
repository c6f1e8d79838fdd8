import path from "node:path";
import { AppError } from "@/lib/core/errors";
import { flushFile } from "@/lib/core/flush-file";
import { type BaseDifference, compareBase } from "./compare-base";
import { writeManifest } from "./copy-generation";
import type { Manifest } from "./generation";
import { digestFile } from "./hashed-file";
import { HnswIndex } from "./hnsw-index";
import { indexRows } from "./index-rows";
import { loadIndex } from "./load-generation";
import { readManifest } from "./read-manifest";
import type { HnswParameters } from "./vector-index";
import { type RowChunk, type WrittenRows, writeRows } from "./write-rows";

export interface BuildRequest {
  model: Manifest["model"];
  /** What the encoder ran on. */
  device: string;
  hnsw: HnswParameters;
  /** All captions of the new generation, in ascending order of their ids. Read once. */
  rows: AsyncIterable<RowChunk>;
  /** A generation to continue: only changed and new vectors are indexed. */
  base?: string | null;
  signal?: AbortSignal;
  /** Called some times a second with how many rows are written to disk. */
  onWritten?: (done: number) => void;
  /** Called once all are, with how many of them are to be put into the graph. */
  onIndexing?: (total: number) => void;
  /** Called some times a second with how many of these are in it. */
  onProgress?: (done: number) => void;
}

export interface BuildResult {
  manifest: Manifest;
  /** "incremental": the base's graph was continued. */
  mode: "full" | "incremental";
  /** Why a given base was not continued; null where it was, or where none was given. */
  fullBecause: string | null;
  /** Vectors put into the graph by this build. */
  indexed: number;
}

type Start = { index: HnswIndex; difference: BaseDifference } | { fullBecause: string | null };

/** Writes a whole generation into the empty folder `partial`, flushed to disk; baseFolder(id) says where a base is. */
export async function writeGeneration(id: string, partial: string, request: BuildRequest, baseFolder: (id: string) => string): Promise<BuildResult> {
  const { model, hnsw, signal, onWritten, onIndexing, onProgress = () => undefined } = request;
  const written = await writeRows(partial, request.rows, model.dimensions, { signal, onWritten });
  const count = written.labels.captionIds.length;
  const start = request.base ? await startFromBase(partial, written, request, request.base, baseFolder(request.base)) : { fullBecause: null };
  const index = "index" in start ? start.index : HnswIndex.create(model.dimensions, count, hnsw);
  const changed = "index" in start ? start.difference.changed : [];
  const indexed = changed.length + count - index.count;
  onIndexing?.(indexed);
  await indexRows(index, path.join(partial, "vectors.f32"), changed, index.count, count, { signal, onProgress });
  const manifest = await finish(id, partial, request, written, index);
  return { manifest, mode: "index" in start ? "incremental" : "full", fullBecause: "fullBecause" in start ? start.fullBecause : null, indexed };
}

async function startFromBase(partial: string, { labels }: WrittenRows, { model, hnsw }: BuildRequest, baseId: string, folder: string): Promise<Start> {
  try {
    const base = await readManifest(folder, baseId);
    if (base.model.sha256 !== model.sha256 || base.model.dimensions !== model.dimensions) return { fullBecause: "the base was built with another encoder" };
    if (base.hnsw.m !== hnsw.m || base.hnsw.efConstruction !== hnsw.efConstruction) return { fullBecause: "the base was built with other HNSW parameters" };
    const difference = await compareBase(partial, labels.captionIds, folder, base);
    if (typeof difference === "string") return { fullBecause: difference };
    const index = await loadIndex(folder, base);
    index.resize(labels.captionIds.length);
    return { index, difference };
  } catch (error) {
    if (error instanceof AppError && (error.code === "index_damaged" || error.code === "not_found")) return { fullBecause: error.message };
    throw error;
  }
}

async function finish(id: string, partial: string, request: BuildRequest, written: WrittenRows, index: HnswIndex): Promise<Manifest> {
  const { name, sha256, dimensions } = request.model;
  const { m, efConstruction, ef } = request.hnsw;
  const file = path.join(partial, "index.hnsw");
  await index.save(file, request.hnsw);
  await flushFile(file);
  const manifest: Manifest = {
    formatVersion: 1,
    id,
    createdAt: new Date().toISOString(),
    model: { name, sha256, dimensions },
    device: request.device,
    metric: "cosine",
    hnsw: { m, efConstruction, ef },
    count: index.count,
    languages: written.languages,
    collections: written.collections,
    files: { "index.hnsw": await digestFile(file), ...written.files },
  };
  await writeManifest(partial, manifest);
  return manifest;
}
