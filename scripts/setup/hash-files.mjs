import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { projectRoot } from "./project-root.mjs";

/**
 * SHA-256 (hex) over the names and bytes of files and folders of the project, in a fixed order. What is missing counts as absent.
 * @param {string[]} places relative to the project
 * @param {{ skip?: (file: string) => boolean, salt?: string }} [options] `salt`: anything else that the hash stands for
 */
export async function hashFiles(places, { skip = () => false, salt = "" } = {}) {
  const hash = createHash("sha256").update(salt);
  for (const place of places) {
    for (const file of await filesOf(place)) {
      if (skip(file)) continue;
      const bytes = await readFile(path.join(projectRoot, file));
      hash.update(`\n${file}\n${bytes.length}\n`).update(bytes);
    }
  }
  return hash.digest("hex");
}

/** @param {string} place */
async function filesOf(place) {
  const full = path.join(projectRoot, place);
  const found = await stat(full).catch(() => null);
  if (!found) return [];
  if (found.isFile()) return [place];
  const entries = await readdir(full, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.relative(projectRoot, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"));
  return files.sort();
}
