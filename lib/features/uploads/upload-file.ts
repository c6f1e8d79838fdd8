import { stat } from "node:fs/promises";
import path from "node:path";

interface Named {
  id: string;
  name: string;
}

/** The folder of one upload, which holds nothing but its file. */
export function uploadFolder(dataDir: string, id: string): string {
  return path.join(/* turbopackIgnore: true */ dataDir, "uploads", id);
}

/** A source is known by the name of its file, so the file keeps it. */
export function uploadFile(dataDir: string, { id, name }: Named): string {
  return path.join(/* turbopackIgnore: true */ uploadFolder(dataDir, id), name);
}

/** Bytes on disk: they tell how far an upload is, also after a server that was killed. Null where there is no file. */
export async function readReceived(dataDir: string, upload: Named): Promise<number | null> {
  try {
    return (await stat(/* turbopackIgnore: true */ uploadFile(dataDir, upload))).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
