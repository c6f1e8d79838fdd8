import fs from "node:fs/promises";
import { hashFile } from "@/lib/core/hash-file";
import type { FileDigest } from "./model-manifest";

const grouped = (count: number) => count.toLocaleString("en").replaceAll(",", " ");

/** What is wrong with a file, to follow its name, or null where size and SHA-256 are the expected ones. */
export async function findFileFault(file: string, expected: FileDigest): Promise<string | null> {
  const stat = await fs.stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (!stat) return "is missing";
  if (stat.size !== expected.bytes) return `has ${grouped(stat.size)} bytes instead of ${grouped(expected.bytes)}: it looks like a cut-off download or a Git LFS pointer`;
  return (await hashFile(file)) === expected.sha256 ? null : "does not have the SHA-256 that model.json names: it was changed or damaged";
}
