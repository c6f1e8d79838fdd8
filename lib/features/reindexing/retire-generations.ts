import type { Database } from "@/lib/database/client";
import { forgetCandidate, listGenerationsIn, listUsableGenerations, retireGeneration } from "@/lib/database/generations";
import { GenerationStore } from "@/lib/vector-index/generation-store";

/** Refused generations that are kept for a look, and for activating all the same. */
const REFUSED = 1;

/**
 * Keeps the active generation with the last ones before it, `keep` in all, and one refused one; removes the others from disk, and candidates
 * that were left. Only a job that holds the lock "index" may call it.
 * @returns the ids of those removed
 */
export async function retireGenerations(db: Database, dataDir: string, keep: number): Promise<string[]> {
  const store = new GenerationStore(dataDir);
  const old = [...(await listUsableGenerations(db)).slice(keep), ...(await listGenerationsIn(db, ["refused"])).slice(REFUSED)];
  // The row goes first: a folder without one is cleared by the next build.
  for (const { id } of old) {
    await retireGeneration(db, id);
    await store.remove(id);
  }
  const candidates = await listGenerationsIn(db, ["candidate"]);
  for (const { id } of candidates) {
    await forgetCandidate(db, id);
    await store.remove(id);
  }
  return [...old, ...candidates].map(({ id }) => id);
}
