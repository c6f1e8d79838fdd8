import { writeFile } from "node:fs/promises";
import path from "node:path";
import { bundleProgram } from "@/lib/core/bundle-worker";

export { usualIterations } from "@/lib/projection/tsne/parameters";

const BODIES = new URL("../../../projection/threads/", import.meta.url);

/**
 * Writes a program as JavaScript, so that what translates TypeScript (50 MB) is not measured with it.
 * @param entry path of its TypeScript   @returns the file
 */
export async function writeEngine(entry: string, folder: string): Promise<string> {
  const file = path.join(folder, `${path.basename(entry, ".ts")}.mjs`);
  await writeFile(file, await bundleProgram(entry, BODIES));
  return file;
}
