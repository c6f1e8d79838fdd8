import fs from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { AppError } from "@/lib/core/errors";
import { createPointColumns, decodePoints, type PointColumns } from "@/lib/features/caption-map/point-columns";
import { findFileFault } from "@/lib/vector-index/hashed-file";
import { layoutFiles, partFile } from "./layout-files";
import { type LayoutManifest, layoutManifestName, parseLayoutManifest } from "./layout-manifest";

/** One layout in memory; point i is the same in all its columns. 26 bytes a point. */
export interface LoadedLayout {
  manifest: LayoutManifest;
  /** count × 2, the layout's own coordinates. */
  positions: Float32Array;
  /** Null where points are images. */
  captions: Uint32Array | null;
  images: Uint32Array;
  columns: PointColumns;
}

/** A layout that cannot be used: names it, the file and the fault, and the mend. */
export function layoutDamaged(id: string, name: string, fault: string): AppError {
  return new AppError("layout_damaged", `The layout ${id} is damaged: ${name} ${fault}. Make it anew: npm run layout`, { field: name });
}

export const noLayout = (id: string) => new AppError("not_found", `There is no layout ${id}. npm run layout -- --list shows those there are.`, { field: "layout" });

/** @throws AppError `not_found` without the folder, `layout_damaged` where its manifest is missing or unusable */
export async function readLayoutManifest(folder: string, id: string): Promise<LayoutManifest> {
  const text = await fs.readFile(/* turbopackIgnore: true */ path.join(folder, layoutManifestName), "utf8").catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    await fs.access(folder).catch(() => {
      throw noLayout(id);
    });
    throw layoutDamaged(id, layoutManifestName, "is missing");
  });
  const manifest = parseLayoutManifest(text);
  if (typeof manifest === "string") throw layoutDamaged(id, layoutManifestName, manifest);
  if (manifest.id !== id) throw layoutDamaged(id, layoutManifestName, `belongs to the layout ${manifest.id}`);
  return manifest;
}

/** A file's bytes, of the size and SHA-256 that the manifest names. @throws AppError `layout_damaged` naming file and fault */
export async function readVerified(folder: string, { id, files }: LayoutManifest, name: string): Promise<Uint8Array<ArrayBuffer>> {
  const expected = files[name];
  if (!expected) throw layoutDamaged(id, layoutManifestName, `does not name ${name}`);
  const bytes = new Uint8Array(expected.bytes);
  const fault = await findFileFault(path.join(folder, name), expected, bytes);
  if (fault) throw layoutDamaged(id, name, fault);
  return bytes;
}

/**
 * Reads a layout, verifying size and SHA-256 of every file before it is used.
 * @throws AppError `not_found`; `layout_damaged` naming layout, file and fault
 */
export async function loadLayout(folder: string, id: string): Promise<LoadedLayout> {
  const manifest = await readLayoutManifest(folder, id);
  const { count, unit } = manifest;
  const read = async (name: string, bytesPerPoint: number) => {
    const bytes = await readVerified(folder, manifest, name);
    if (bytes.length !== bytesPerPoint * count) throw layoutDamaged(id, name, `has ${bytes.length} bytes for ${count} points`);
    return bytes.buffer;
  };
  return {
    manifest,
    positions: new Float32Array(await read(layoutFiles.positions, 8)),
    captions: unit === "captions" ? new Uint32Array(await read(layoutFiles.captions, 4)) : null,
    images: new Uint32Array(await read(layoutFiles.images, 4)),
    columns: await readColumns(folder, manifest),
  };
}

async function readColumns(folder: string, manifest: LayoutManifest): Promise<PointColumns> {
  const columns = createPointColumns(manifest.count);
  let start = 0;
  for (const [part, expected] of manifest.parts.entries()) {
    const bytes = await promisify(gunzip)(await readVerified(folder, manifest, partFile(part)));
    const points = decodePoints(bytes, columns, start);
    if (points !== expected) throw layoutDamaged(manifest.id, partFile(part), `has ${points} points instead of ${expected}`);
    start += points;
  }
  return columns;
}
