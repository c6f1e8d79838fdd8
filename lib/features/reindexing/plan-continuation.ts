import type { Database } from "@/lib/database/client";
import { countCaptionsOf } from "@/lib/database/corpus";
import { countPending } from "@/lib/database/embeddings";
import type { Generation } from "@/lib/database/generations";
import { maxFreshShare } from "@/lib/vector-index/compare-base";
import type { GenerationStore } from "@/lib/vector-index/generation-store";
import { hasSameGraph, isSameRecipe, type Recipe, recipeOf, sliceOf } from "./recipe";

interface Plan {
  /** The active generation is just what would be built. */
  kept: boolean;
  continued: boolean;
  /** Vectors put into the graph. */
  toIndex: number;
}

/**
 * Whether a build would continue the active graph, by counting: its captions have to be the first ones of the new generation, and few may be new or changed.
 */
export async function planContinuation(db: Database, store: GenerationStore, active: Generation | null, recipe: Recipe, { captions, modelId, full }: { captions: number; modelId: number | null; full: boolean }): Promise<Plan> {
  const whole = { kept: false, continued: false, toIndex: captions };
  const made = active && recipeOf(active);
  if (full || !active || !made || modelId === null || !hasSameGraph(made, recipe)) return whole;
  const last = await store.lastCaptionId(active.id).catch(() => null);
  if (last === null) return whole;
  const slice = { ...sliceOf(recipe), upTo: last };
  if ((await countCaptionsOf(db, slice)) !== active.count) return whole;
  const fresh = captions - active.count + (await countPending(db, modelId, slice));
  if (fresh > maxFreshShare * captions) return whole;
  return { kept: fresh === 0 && isSameRecipe(made, recipe), continued: true, toIndex: fresh };
}
