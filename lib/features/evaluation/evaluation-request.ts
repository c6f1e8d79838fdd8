import { z } from "zod";
import { encoderWishSchema } from "@/lib/features/models/encoder-wish-schema";

const files = z.array(z.string().min(1).max(4096)).max(20).default([]);

/** What an evaluation is asked for. */
export const evaluationRequestSchema = z.strictObject({
  /** The active one unless given. */
  generation: z.string().optional(),
  seed: z.number().int().min(0).max(0xffffffff).default(0),
  /** Captions that are asked in each direction, at most. */
  queries: z.number().int().min(50, "is at least 50: fewer would leave it to chance").max(100_000).default(1000),
  /** Files of sentence pairs with a score. */
  sts: files,
  /** Files of sentences in English and Japanese. */
  parallel: files,
  /** Pairs at the end of a parallel file that are measured. */
  last: z.number().int().min(2).max(10_000).default(2000),
  /** Another encoder than the generation's, measured on the sentence files alone. */
  encoder: encoderWishSchema.optional(),
});

export type EvaluationRequest = z.infer<typeof evaluationRequestSchema>;
