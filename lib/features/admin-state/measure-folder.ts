import { opendir, stat } from "node:fs/promises";
import path from "node:path";

/** Bytes of all files in a folder; 0 where there is none. What goes while it is measured does not count; links are not followed. */
export async function measureFolder(folder: string): Promise<number> {
  let bytes = 0;
  try {
    for await (const entry of await opendir(/* turbopackIgnore: true */ folder)) {
      const name = path.join(/* turbopackIgnore: true */ folder, entry.name);
      if (entry.isDirectory()) bytes += await measureFolder(name);
      else if (entry.isFile()) bytes += await measureFile(name);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  return bytes;
}

/** Bytes of a file; 0 where there is none. */
export async function measureFile(file: string): Promise<number> {
  try {
    return (await stat(/* turbopackIgnore: true */ file)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return 0;
    throw error;
  }
}
