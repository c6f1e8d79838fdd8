import fs from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/lib/core/errors";
import { type Manifest, manifestName, parseManifest } from "./generation";

/** A generation that cannot be used: names it, the file and the fault, and the mend. */
export function damaged(id: string, file: string, fault: string): AppError {
  return new AppError("index_damaged", `Index generation ${id} is damaged: ${file} ${fault}. Searches go on with the last good one, where there is one; npm run reindex builds it anew, without embedding anything twice.`, { field: file });
}

/**
 * The manifest of the generation in `folder`.
 * @throws AppError `not_found` without the folder, `index_damaged` where its manifest is missing or unusable
 */
export async function readManifest(folder: string, id: string): Promise<Manifest> {
  const text = await fs.readFile(path.join(folder, manifestName), "utf8").catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    await fs.access(folder).catch(() => {
      throw new AppError("not_found", `There is no index generation ${id}.`, { field: "generation" });
    });
    throw damaged(id, manifestName, "is missing");
  });
  const manifest = parseManifest(text);
  if (typeof manifest === "string") throw damaged(id, manifestName, manifest);
  if (manifest.id !== id) throw damaged(id, manifestName, `belongs to generation ${manifest.id}`);
  return manifest;
}
