import path from "node:path";
import { AppError } from "@/lib/core/errors";
import type { FileDigest } from "./generation";
import { HashedFile } from "./hashed-file";
import { type LabelColumns, LabelCollector, NameTable, viewLabels } from "./label-columns";

/** Consecutive captions of a generation, row i of each member belonging together. */
export interface RowChunk {
  captionIds: Uint32Array;
  imageIds: Uint32Array;
  /** BCP 47 tags. */
  languages: string[];
  collections: string[];
  /** captionIds.length × dimensions, row-major, every row of length 1. */
  vectors: Float32Array;
}

export interface WrittenRows {
  labels: LabelColumns;
  languages: string[];
  collections: string[];
  files: { "vectors.f32": FileDigest; "labels.bin": FileDigest };
}

interface WriteOptions {
  signal?: AbortSignal;
  /** Called with how many rows are written. */
  onWritten?: (done: number) => void;
}

/**
 * Streams rows to vectors.f32 and labels.bin in `folder`, flushed to disk.
 * @throws AppError `bad_input` where caption ids do not ascend or a chunk's members differ in length
 */
export async function writeRows(folder: string, rows: AsyncIterable<RowChunk>, dimensions: number, { signal, onWritten = () => undefined }: WriteOptions = {}): Promise<WrittenRows> {
  const vectors = await HashedFile.create(path.join(folder, "vectors.f32"));
  const languages = new NameTable();
  const collections = new NameTable();
  const labels = new LabelCollector();
  let last = -1;
  try {
    for await (const chunk of rows) {
      signal?.throwIfAborted();
      last = checkChunk(chunk, dimensions, last);
      // Copies: the source may refill its arrays.
      labels.add({ captionIds: chunk.captionIds.slice(), imageIds: chunk.imageIds.slice(), languages: languages.encode(chunk.languages), collections: collections.encode(chunk.collections) });
      await vectors.write(chunk.vectors);
      onWritten(labels.count);
      await new Promise(setImmediate);
    }
    const bytes = labels.toBytes();
    const files = { "vectors.f32": await vectors.finish(), "labels.bin": await writeWhole(path.join(folder, "labels.bin"), bytes) };
    return { labels: viewLabels(bytes), languages: languages.names, collections: collections.names, files };
  } finally {
    await vectors.abandon();
  }
}

async function writeWhole(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<FileDigest> {
  const written = await HashedFile.create(file);
  try {
    await written.write(bytes);
    return await written.finish();
  } finally {
    await written.abandon();
  }
}

/** @returns the chunk's last caption id */
function checkChunk({ captionIds, imageIds, languages, collections, vectors }: RowChunk, dimensions: number, last: number): number {
  const count = captionIds.length;
  const fits = imageIds.length === count && languages.length === count && collections.length === count && vectors.length === count * dimensions;
  if (!fits) throw new AppError("bad_input", `A chunk of ${count} captions came with ${imageIds.length} images and ${vectors.length} vector values (${dimensions} a caption).`);
  for (const captionId of captionIds) {
    if (captionId <= last) throw new AppError("bad_input", `Caption ${captionId} came after caption ${last}: an index is built in ascending order of ids.`);
    last = captionId;
  }
  return last;
}
