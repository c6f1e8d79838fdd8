import { z } from "zod";

export const pruneParameters = z.strictObject({
  /** Takes away vectors of models that no kept generation uses as well: using such a model again embeds all captions anew. */
  models: z.boolean().optional(),
});

export type PruneRequest = z.infer<typeof pruneParameters>;

/** What was taken away, for good. */
export interface PruneSummary {
  /** Ids of refused and unfinished generations. */
  generations: string[];
  /** Half-written folders of generations and layouts, and folders that nothing speaks of. */
  leftovers: number;
  captions: number;
  images: number;
  sources: number;
  jobs: number;
  uploads: number;
  /** Vectors that no index can hold, which the next re-index makes anew. */
  badVectors: number;
  models: string[];
  vectors: number;
  /** What could not be taken away, and why. */
  notices: string[];
  seconds: number;
}
