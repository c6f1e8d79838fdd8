import { availableMemory } from "@/lib/core/available-memory";
import { AppError } from "@/lib/core/errors";
import type { Manifest } from "@/lib/vector-index/generation";
import { generationMemory } from "@/lib/vector-index/generation-memory";

/** Bytes left to everything else: requests, the database, the system. */
const RESERVE = 64e6;

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1e6).toLocaleString("en")} MB`;

/** @throws AppError `memory_short` where a generation does not fit into memory beside what is loaded */
export function checkMemory(manifest: Manifest): void {
  const needed = generationMemory(manifest) + RESERVE;
  const available = availableMemory();
  if (needed <= available) return;
  const { id } = manifest;
  throw new AppError("memory_short", `The index generation ${id} needs ${megabytes(needed)} of memory beside the one in use, and ${megabytes(available)} are available; searches go on with the old one. Free some memory, or swap with a pause of some seconds, the old one going first: npm run generation -- activate ${id} --pause`);
}
