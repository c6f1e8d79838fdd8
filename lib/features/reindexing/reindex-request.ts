import { z } from "zod";
import { encoderWishSchema } from "@/lib/features/models/encoder-wish-schema";

const names = z.array(z.string().min(1)).min(1, "name one at least, or leave it out").nullable();
const ids = z.array(z.number().int().positive()).max(100_000);

/** Which captions a generation takes, as its row keeps it. */
export const selectionSchema = z.object({ languages: names.default(null), collections: names.default(null) });

/** What an activation takes out of the corpus, as a generation's row keeps it. */
export const removalSchema = z.object({ sourceIds: ids.default([]), captionIds: ids.default([]) });

/**
 * hnswlib takes any numbers and fails on them later: M 1 divides by zero, and thousands of links a row fill the memory.
 * What searches badly within these bounds is for the gate to find.
 */
const hnswSchema = z.strictObject({
  m: z.number().int().min(2).max(128).optional(),
  efConstruction: z.number().int().min(1).max(4096).optional(),
  ef: z.number().int().min(1).max(4096).optional(),
});

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
