import { AppError } from "@/lib/core/errors";
import { logger } from "@/lib/core/logger";
import type { Generation } from "@/lib/database/generations";
import type { GenerationStore } from "@/lib/vector-index/generation-store";
import type { LabelColumns } from "@/lib/vector-index/label-columns";

/** The generation that a new one is compared with. */
export interface Baseline {
  id: string;
  model: { sha256: string; dimensions: number };
  labels: LabelColumns;
}

export function isDamage(error: unknown): error is AppError {
  return error instanceof AppError && (error.code === "index_damaged" || error.code === "not_found");
}

/** Null where a generation is damaged or gone: there is nothing to compare with then. */
export async function unlessDamaged<T>(loading: Promise<T>): Promise<T | null> {
  try {
    return await loading;
  } catch (err) {
    if (!isDamage(err)) throw err;
    logger().warn({ err }, "the active generation cannot be compared with");
    return null;
  }
}

export async function openBaseline(store: GenerationStore, active: Generation | null): Promise<Baseline | null> {
  const labels = active && (await unlessDamaged(store.loadLabels(active.id)));
  return labels && { id: active.id, model: { sha256: active.modelSha256, dimensions: active.dimensions }, labels };
}
