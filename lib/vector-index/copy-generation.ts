import fs from "node:fs/promises";
import path from "node:path";
import { flushFile, flushFolder } from "@/lib/core/flush-file";
import { type Manifest, manifestName } from "./generation";
import { readManifest } from "./read-manifest";
import type { HnswParameters } from "./vector-index";

/**
 * Writes a generation with the files of another one into the empty folder `partial`, flushed to disk. They are copied, not linked: a bit that flips
 * in one then leaves the other whole. File systems that can share blocks until they change do.
 * @throws AppError `not_found`, `index_damaged` where the other one's manifest is not there; its other files are taken as they are
 */
export async function copyGeneration(id: string, partial: string, { from, folder }: { from: string; folder: string }, { ef }: Pick<HnswParameters, "ef">): Promise<Manifest> {
  const source = await readManifest(folder, from);
  const manifest: Manifest = { ...source, id, createdAt: new Date().toISOString(), hnsw: { ...source.hnsw, ef } };
  for (const name of Object.keys(source.files)) {
    const copy = path.join(partial, name);
    await fs.copyFile(path.join(folder, name), copy, fs.constants.COPYFILE_FICLONE);
    await flushFile(copy);
  }
  await writeManifest(partial, manifest);
  return manifest;
}

/** The last file of a generation, after which its folder is flushed. */
export async function writeManifest(partial: string, manifest: Manifest): Promise<void> {
  await fs.writeFile(path.join(partial, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { flag: "wx", flush: true });
  await flushFolder(partial);
}
