import { z } from "zod";
import { encoderWishSchema } from "@/lib/features/models/encoder-wish-schema";
import { hnswBounds } from "./hnsw-bounds";

const names = z.array(z.string().min(1)).min(1, "name one at least, or leave it out").nullable();
const ids = z.array(z.number().int().positive()).max(100_000);

/** Which captions a generation takes, as its row keeps it. */
export const selectionSchema = z.object({ languages: names.default(null), collections: names.default(null) });

/** What an activation takes out of the corpus, as a generation's row keeps it. */
export const removalSchema = z.object({ sourceIds: ids.default([]), captionIds: ids.default([]) });

const within = ([least, most]: readonly [number, number]) => z.number().int().min(least).max(most).optional();

const hnswSchema = z.strictObject({ m: within(hnswBounds.m), efConstruction: within(hnswBounds.efConstruction), ef: within(hnswBounds.ef) });

/** Checks what a re-index is asked for: parameters of jobs, bodies of requests. */
export const reindexRequestSchema = z.strictObject({
  encoder: encoderWishSchema.optional(),
  hnsw: hnswSchema.optional(),
  selection: z.strictObject({ languages: names.optional(), collections: names.optional() }).optional(),
  remove: z.strictObject({ sourceIds: ids.default([]), captionIds: ids.default([]) }).optional(),
  full: z.boolean().optional(),
  force: z.boolean().optional(),
  swap: z.enum(["beside", "pause"]).optional(),
});
