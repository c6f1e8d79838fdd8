import { AppError } from "@/lib/core/errors";
import { logger } from "@/lib/core/logger";
import type { Database } from "@/lib/database/client";
import { listUsableGenerations } from "@/lib/database/generations";
import type { GenerationStore } from "@/lib/vector-index/generation-store";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";

export interface Problem {
  code: string;
  message: string;
}

export interface LoadResult {
  /** Id of the generation that is active by the database, loaded or not. */
  activeId: string | null;
  generation: LoadedGeneration | null;
  problems: Problem[];
}

/**
 * Loads the active generation or, where it is damaged, the last good one before it.
 * @param modelSha256 the encoder of the queries: vectors of another one cannot be searched with it
 */
export async function loadActive(db: Database, store: GenerationStore, modelSha256: string): Promise<LoadResult> {
  const usable = await listUsableGenerations(db);
  const activeId = usable[0]?.state === "active" ? usable[0].id : null;
  const problems: Problem[] = [];
  for (const { id, modelSha256: madeBy, modelName } of usable) {
    if (madeBy !== modelSha256) {
      problems.push({ code: "model_unavailable", message: `The index ${id} was made by another version of the encoder (${modelName}) than the one in models/. Run an ingest again: it embeds the captions anew.` });
      continue;
    }
    try {
      return { activeId, generation: await store.load(id), problems };
    } catch (error) {
      logger().error({ err: error, generation: id }, "a generation of the index cannot be loaded");
      problems.push({ code: error instanceof AppError ? error.code : "index_damaged", message: error instanceof Error ? error.message : String(error) });
    }
  }
  return { activeId, generation: null, problems };
}
