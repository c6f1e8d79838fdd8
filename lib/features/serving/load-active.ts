import { AppError, type ErrorCode } from "@/lib/core/errors";
import { logger } from "@/lib/core/logger";
import type { Database } from "@/lib/database/client";
import { listUsableGenerations } from "@/lib/database/generations";
import type { Embedder } from "@/lib/embedding/embedder";
import type { GenerationStore } from "@/lib/vector-index/generation-store";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";

export interface Problem {
  code: ErrorCode;
  message: string;
}

/** A generation, and the encoder that made its vectors: what queries are embedded with. */
export interface Searchable {
  generation: LoadedGeneration;
  embedder: Embedder;
}

export interface LoadResult {
  /** Id of the generation that is active by the database, loaded or not. */
  activeId: string | null;
  searchable: Searchable | null;
  problems: Problem[];
}

/** Opens the encoder of a generation. */
export type OpenEmbedder = (generation: { id: string; modelSha256: string; modelName: string }) => Promise<Embedder>;

/**
 * Loads the active generation with its encoder or, where one of them cannot be used, the last good generation before it.
 * @param inUse what is loaded already, and is not loaded again where it turns out to be that
 */
export async function loadActive(db: Database, store: GenerationStore, openEmbedder: OpenEmbedder, inUse: Searchable | null): Promise<LoadResult> {
  const usable = await listUsableGenerations(db);
  const activeId = usable[0]?.state === "active" ? usable[0].id : null;
  const problems: Problem[] = [];
  for (const candidate of usable) {
    if (candidate.id === inUse?.generation.manifest.id) return { activeId, searchable: inUse, problems };
    try {
      const embedder = await openEmbedder(candidate);
      return { activeId, searchable: { generation: await store.load(candidate.id), embedder }, problems };
    } catch (error) {
      logger().error({ err: error, generation: candidate.id }, "a generation of the index cannot be used");
      problems.push({ code: error instanceof AppError ? error.code : "index_damaged", message: error instanceof Error ? error.message : String(error) });
    }
  }
  return { activeId, searchable: null, problems };
}
