import { AppError, type ErrorCode } from "@/lib/core/errors";
import { logger } from "@/lib/core/logger";
import type { Database } from "@/lib/database/client";
import { listUsableGenerations, type Generation } from "@/lib/database/generations";
import type { PieceEmbedder } from "@/lib/embedding/embedder";
import type { GenerationStore } from "@/lib/vector-index/generation-store";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import { checkMemory } from "./check-memory";
import type { Counted } from "./counted";
import type { KnownDamage } from "./known-damage";
import { hold, type LoadedSearchable } from "./searchable";
import { warmUp, warmUpEmbedder } from "./warm-up";

export interface Problem {
  code: ErrorCode;
  message: string;
}

/** Opens the encoder of a generation, or finds it among those that are open. */
export type OpenEmbedder = (generation: { id: string; modelSha256: string; modelName: string }) => Promise<Counted<PieceEmbedder>>;

export interface LoadOptions {
  store: GenerationStore;
  openEmbedder: OpenEmbedder;
  damage: KnownDamage;
  /** What is loaded already: it is not loaded again where it turns out to be that. */
  inUse: LoadedSearchable | null;
  /** Lets go of what is in use; resolves when its memory is free. */
  pause: () => Promise<void>;
}

export interface LoadResult {
  /** Null where nothing can be used. */
  loaded: LoadedSearchable | null;
  problems: Problem[];
}

/** Loads the active generation with its encoder or, where one of them cannot be used and nothing is in use, the last good generation before it. */
export async function loadActive(db: Database, options: LoadOptions): Promise<LoadResult> {
  const problems: Problem[] = [];
  let { inUse } = options;
  const pause = async () => {
    inUse = null;
    await options.pause();
  };
  for (const candidate of await listUsableGenerations(db)) {
    if (candidate.id === inUse?.id) break;
    try {
      return { loaded: await load(candidate, { ...options, inUse, pause }), problems };
    } catch (error) {
      logger().error({ err: error, generation: candidate.id }, "a generation of the index cannot be used");
      problems.push({ code: error instanceof AppError ? error.code : "index_damaged", message: error instanceof Error ? error.message : String(error) });
      if (inUse) break;
    }
  }
  return { loaded: inUse, problems };
}

async function load(candidate: Generation, options: LoadOptions): Promise<LoadedSearchable> {
  const { store, damage, openEmbedder, inUse } = options;
  const embedder = await openEmbedder(candidate);
  const letGo = embedder.hold();
  try {
    if (embedder !== inUse?.embedder) await warmUpEmbedder(embedder.value);
    // Searches are not to pause again and again for what fails again and again.
    const pauses = inUse !== null && candidate.swap === "pause";
    return hold(await damage.avoid(candidate.id, store.folderOf(candidate.id), pauses, () => loadFiles(candidate, options)), embedder);
  } finally {
    letGo();
  }
}

async function loadFiles({ id, swap }: Generation, { store, inUse, pause }: LoadOptions): Promise<LoadedGeneration> {
  if (inUse && swap === "pause") {
    // What can be told without reading the whole is told before searches stop.
    await store.checkSizes(id);
    await pause();
  } else if (inUse) {
    checkMemory(await store.readManifest(id));
  }
  const generation = await store.load(id);
  try {
    await warmUp(generation);
    return generation;
  } catch (error) {
    await generation.release();
    throw error;
  }
}
