import fs from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { flushFolder } from "@/lib/core/flush-file";
import { encodePoints } from "@/lib/features/caption-map/point-columns";
import { encodeVocabulary, encodeWordIds } from "@/lib/features/caption-map/words/words-file";
import type { FileDigest } from "@/lib/vector-index/generation";
import { HashedFile } from "@/lib/vector-index/hashed-file";
import { layoutFiles, partFile } from "./layout-files";
import { type LayoutManifest, layoutManifestName } from "./layout-manifest";
import type { Picture } from "./make-picture";

/** Smaller by a hundredth than at the default level; a layout is written once and sent often. */
const COMPRESSION_LEVEL = 9;

/** What is written of a layout; point i is the same in all members. */
export interface LayoutContents extends Omit<Picture, "frame" | "parts" | "densest"> {
  /** All of the manifest but what the files tell. */
  about: Omit<LayoutManifest, "formatVersion" | "files">;
  /** Mean and axes of principal components. */
  axes: Float64Array | null;
}

/** Writes a layout into the empty folder `partial`, flushed to disk, its manifest last. */
export async function writeLayout(partial: string, { about, positions, captions, images, columns, labels, words, axes }: LayoutContents): Promise<LayoutManifest> {
  const files: Record<string, FileDigest> = {};
  const write = async (name: string, bytes: ArrayBufferView) => void (files[name] = await writeFile(path.join(partial, name), bytes));
  let start = 0;
  for (const [part, points] of about.parts.entries()) {
    await write(partFile(part), await promisify(gzip)(encodePoints(columns, start, start + points), { level: COMPRESSION_LEVEL }));
    start += points;
  }
  await write(layoutFiles.positions, Float32Array.from(positions));
  if (captions) await write(layoutFiles.captions, captions);
  await write(layoutFiles.images, images);
  await write(layoutFiles.labels, Buffer.from(JSON.stringify(labels)));
  await write(layoutFiles.vocabulary, Buffer.from(encodeVocabulary(words)));
  await write(layoutFiles.words, encodeWordIds(words));
  if (axes) await write(layoutFiles.axes, axes);
  const manifest: LayoutManifest = { formatVersion: 1, ...about, files };
  await fs.writeFile(path.join(partial, layoutManifestName), `${JSON.stringify(manifest, null, 2)}\n`, { flag: "wx", flush: true });
  await flushFolder(partial);
  return manifest;
}

async function writeFile(file: string, bytes: ArrayBufferView): Promise<FileDigest> {
  const written = await HashedFile.create(file);
  try {
    await written.write(bytes);
    return await written.finish();
  } finally {
    await written.abandon();
  }
}
