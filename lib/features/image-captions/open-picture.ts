import { open, realpath, type FileHandle } from "node:fs/promises";
import path from "node:path";
import { readEnv } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import { findImage, type ImageRow } from "@/lib/database/captions";
import { searchEngine } from "@/lib/features/serving/search-engine";

/** The kinds of files that are served; anything else in the folder stays private. */
const TYPES: Record<string, string> = {
  ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".gif": "image/gif", ".webp": "image/webp", ".avif": "image/avif", ".svg": "image/svg+xml",
};

export type Picture = { file: FileHandle; type: string; bytes: number } | { redirect: string };

/** Opens a file of the folder, refusing every way out of it: "..", absolute paths, links that lead elsewhere. */
async function openWithin(folder: string, fileName: string): Promise<Picture | null> {
  const type = TYPES[path.extname(fileName).toLowerCase()];
  if (!type) return null;
  try {
    const root = await realpath(folder);
    const found = await realpath(path.join(root, fileName));
    if (!found.startsWith(root + path.sep)) return null;
    const file = await open(found, "r");
    const stats = await file.stat();
    if (stats.isFile()) return { file, type, bytes: stats.size };
    await file.close();
    return null;
  } catch {
    return null;
  }
}

/** The file that the caption file names; where it names none, the image's id with the ending of a picture. */
function fileNamesOf({ fileName, externalId }: ImageRow): string[] {
  return fileName ? [fileName] : Object.keys(TYPES).map((ending) => `${externalId}${ending}`);
}

async function openFirst(folder: string, names: string[]): Promise<Picture | null> {
  for (const name of names) {
    const picture = await openWithin(folder, name);
    if (picture) return picture;
  }
  return null;
}

/**
 * The picture of an image from its collection's picture folder, else where its own address leads.
 * @throws AppError `not_found`
 */
export async function openPicture(collection: string, id: string): Promise<Picture> {
  const image = await findImage(await searchEngine().openDatabase(), collection, id);
  const local = image?.imagesDir ? await openFirst(image.imagesDir, fileNamesOf(image)) : null;
  if (local) return local;
  if (image?.url && (image.url.startsWith("/") || readEnv().remoteImages)) return { redirect: image.url };
  throw new AppError("not_found", `There is no picture of image ${id} of the collection ${collection}.`, { field: "id" });
}
