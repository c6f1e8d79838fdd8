import path from "node:path";
import { AppError } from "@/lib/core/errors";
import { logger } from "@/lib/core/logger";
import type { Generation } from "@/lib/database/generations";
import type { GenerationStore } from "@/lib/vector-index/generation-store";
import type { LabelColumns } from "@/lib/vector-index/label-columns";
import { readVectors } from "@/lib/vector-index/read-vectors";

/** The generation that a new one is compared with. */
export interface Baseline {
  id: string;
  model: { sha256: string; dimensions: number };
  labels: LabelColumns;
  /** By rows, as they lie on disk, unverified. */
  readVectors: (rows: readonly number[]) => Promise<Float32Array>;
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
  const labels = active && (await unlessDamaged(store.checkSizes(active.id).then(() => store.loadLabels(active.id))));
  if (!labels) return null;
  const { id, modelSha256: sha256, dimensions } = active;
  return { id, model: { sha256, dimensions }, labels, readVectors: (rows) => readVectors(path.join(store.folderOf(id), "vectors.f32"), rows, dimensions) };
}
