import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/database/client";
import { findGeneration, retireGeneration } from "@/lib/database/generations";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import { findGoodGeneration } from "./find-good-generation";
import { assertIndexFree } from "./index-holder";
import { needGeneration } from "./read-generation";

/**
 * Removes a generation from disk for good; its row stays, as retired. One that is so already is no error.
 * @throws AppError `not_found`; `conflict` for the active one, for the last good one where that is damaged, and while a job changes the index
 */
export async function deleteGeneration(db: Database, dataDir: string, id: string): Promise<void> {
  const { state } = await needGeneration(db, id);
  const store = new GenerationStore(dataDir);
  if (state === "ready" && (await findGoodGeneration(db, store))?.id === id) throw new AppError("conflict", `Searches use the generation ${id}, as the active one is damaged. Build that anew first: npm run reindex.`);
  await db.$transaction(async (tx) => {
    const before = await findGeneration(tx, id);
    await retireGeneration(tx, id);
    await assertIndexFree(tx);
    if (before?.state === "active") throw new AppError("conflict", `The generation ${id} is what searches use. Activate another one first: npm run generation -- list shows them.`);
  });
  await store.remove(id);
}
