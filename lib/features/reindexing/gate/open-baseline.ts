import path from "node:path";
import type { Generation } from "@/lib/database/generations";
import type { GenerationStore } from "@/lib/vector-index/generation-store";
import type { LabelColumns } from "@/lib/vector-index/label-columns";
import { readVectors } from "@/lib/vector-index/read-vectors";
import { unlessDamaged } from "../unless-damaged";

/** The generation that a new one is compared with. */
export interface Baseline {
  id: string;
  model: { sha256: string; dimensions: number };
  labels: LabelColumns;
  /** By rows, as they lie on disk, unverified. */
  readVectors: (rows: readonly number[]) => Promise<Float32Array>;
}

export async function openBaseline(store: GenerationStore, generation: Generation | null): Promise<Baseline | null> {
  const labels = generation && (await unlessDamaged(store.loadLabels(generation.id)));
  if (!labels) return null;
  const { id, modelSha256: sha256, dimensions } = generation;
  return { id, model: { sha256, dimensions }, labels, readVectors: (rows) => readVectors(path.join(store.folderOf(id), "vectors.f32"), rows, dimensions) };
}
