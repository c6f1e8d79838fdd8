import fs from "node:fs/promises";
import path from "node:path";
import { damaged, readManifest } from "./read-manifest";

/**
 * Looks whether the files of a generation are there and of their size, without reading them.
 * @throws AppError `not_found`; `index_damaged` naming generation, file and fault
 */
export async function checkFileSizes(folder: string, id: string): Promise<void> {
  const manifest = await readManifest(folder, id);
  for (const [name, { bytes }] of Object.entries(manifest.files)) {
    const stat = await fs.stat(path.join(folder, name)).catch(() => null);
    if (!stat) throw damaged(id, name, "is missing");
    if (stat.size !== bytes) throw damaged(id, name, `has ${stat.size} bytes instead of ${bytes} (size)`);
  }
}
