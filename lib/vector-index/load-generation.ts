import path from "node:path";
import type { GenerationFile, Manifest } from "./generation";
import { findFileFault } from "./hashed-file";
import { findHnswFault, type HnswShape } from "./hnsw-file";
import { HnswIndex } from "./hnsw-index";
import { ImageRows, lowerBound } from "./image-rows";
import { type LabelColumns, viewLabels } from "./label-columns";
import { damaged, readManifest } from "./read-manifest";
import type { VectorIndex } from "./vector-index";

/** One generation in memory, immutable. See generation-memory.ts for how much it takes. */
export interface LoadedGeneration {
  manifest: Manifest;
  index: VectorIndex;
  /** count × dimensions, row-major, every row of length 1: for exact scores without the graph. */
  vectors: Float32Array;
  /** Caption, image, language and collection of each row; the last two as positions in the manifest's lists. */
  labels: LabelColumns;
  /** Null for a caption that is not in this generation. */
  rowOfCaption: (captionId: number) => number | null;
  /** Ascending; empty for an image that is not in this generation. */
  rowsOfImage: (imageId: number) => Uint32Array;
  /** How many images have a row that passes. */
  countImages: (passes: (row: number) => boolean) => number;
  /** Gives the memory back, without waiting for a garbage collection; nothing of the generation may be used from the call on. */
  release: () => Promise<void>;
}

/**
 * Reads a generation, verifying size and SHA-256 of every file before it is used.
 * @throws AppError `index_damaged` naming generation, file and fault
 */
export async function loadGeneration(folder: string, id: string): Promise<LoadedGeneration> {
  const manifest = await readManifest(folder, id);
  const labels = await loadLabels(folder, manifest);
  const vectors = new Float32Array(manifest.count * manifest.model.dimensions);
  await verify(folder, manifest, "vectors.f32", new Uint8Array(vectors.buffer));
  const index = await loadIndex(folder, manifest);
  const images = await ImageRows.of(labels.imageIds);
  return {
    manifest,
    index,
    vectors,
    labels,
    rowOfCaption: (captionId) => {
      const row = lowerBound(labels.captionIds, captionId);
      return labels.captionIds[row] === captionId ? row : null;
    },
    rowsOfImage: (imageId) => images.rowsOf(imageId),
    countImages: (passes) => images.count(passes),
    release: async () => {
      discard(vectors.buffer);
      await index.release();
    },
  };
}

/** Leaves `buffer` empty and its memory free: sent away, it is thrown away undelivered. The collector alone frees it only when more such memory is asked for. */
function discard(buffer: ArrayBuffer): void {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(buffer, [buffer]);
  port1.close();
  port2.close();
}

/**
 * Reads every file of a generation to its end, without keeping it.
 * @throws AppError `index_damaged` naming generation, file and fault
 */
export async function verifyGeneration(folder: string, id: string): Promise<void> {
  const manifest = await readManifest(folder, id);
  for (const name of Object.keys(manifest.files) as GenerationFile[]) await verify(folder, manifest, name);
}

export async function loadLabels(folder: string, manifest: Manifest): Promise<LabelColumns> {
  const bytes = new Uint8Array(manifest.files["labels.bin"].bytes);
  await verify(folder, manifest, "labels.bin", bytes);
  return viewLabels(bytes);
}

/** Rows of a generation without its graph: for work on all of them. */
export interface LoadedRows {
  manifest: Manifest;
  labels: LabelColumns;
  /** count × dimensions, row-major, every row of length 1, in memory that threads share. */
  vectors: Float32Array;
}

/** @throws as loadGeneration */
export async function loadRows(folder: string, id: string): Promise<LoadedRows> {
  const manifest = await readManifest(folder, id);
  const labels = await loadLabels(folder, manifest);
  const vectors = new Float32Array(new SharedArrayBuffer(4 * manifest.count * manifest.model.dimensions));
  await verify(folder, manifest, "vectors.f32", new Uint8Array(vectors.buffer));
  return { manifest, labels, vectors };
}

/** An index file that native code may read, and what it holds. */
export interface IndexFile {
  file: string;
  shape: HnswShape;
}

/** Verified before the native code reads it, which trusts every link in the file. @throws AppError `index_damaged` */
export async function verifyIndexFile(folder: string, manifest: Manifest): Promise<IndexFile> {
  const file = path.join(folder, "index.hnsw");
  const shape = { ...manifest.hnsw, dimensions: manifest.model.dimensions, count: manifest.count };
  await verify(folder, manifest, "index.hnsw");
  const fault = await findHnswFault(file, shape);
  if (fault) throw damaged(manifest.id, "index.hnsw", fault);
  return { file, shape };
}

export async function loadIndex(folder: string, manifest: Manifest): Promise<HnswIndex> {
  const { file, shape } = await verifyIndexFile(folder, manifest);
  return HnswIndex.load(file, shape);
}

async function verify(folder: string, manifest: Manifest, name: GenerationFile, into?: Uint8Array): Promise<void> {
  const fault = await findFileFault(path.join(folder, name), manifest.files[name], into);
  if (fault) throw damaged(manifest.id, name, fault);
}
