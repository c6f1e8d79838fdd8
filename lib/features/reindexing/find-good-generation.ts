import type { Database } from "@/lib/database/client";
import { type Generation, listUsableGenerations } from "@/lib/database/generations";
import type { GenerationStore } from "@/lib/vector-index/generation-store";
import { unlessDamaged } from "./unless-damaged";

/** What searches use, by its files: the active generation or, where that is damaged, the last good one; null where none is whole. Reads all its files. */
export async function findGoodGeneration(db: Database, store: GenerationStore): Promise<Generation | null> {
  for (const generation of await listUsableGenerations(db)) {
    if (await unlessDamaged(store.verify(generation.id).then(() => true))) return generation;
  }
  return null;
}
