import { z } from "zod";

/** Characters of a text that is explained at most: each of its words is an embedding. */
export const MOST_CHARACTERS = 400;

export const explainedText = z.string().trim().min(1, "must not be empty").max(MOST_CHARACTERS, `must be at most ${MOST_CHARACTERS} characters`);

/** GET /api/v1/explain */
export const explainRequestSchema = z
  .strictObject({ a: explainedText, b: explainedText.optional(), caption: z.string().regex(/^\d{1,10}$/, "must be the id of a caption").optional() })
  .refine(({ b, caption }) => (b === undefined) !== (caption === undefined), { path: ["b"], message: "is missing: give either b, a text, or caption, the id of one" });

export type ExplainRequest = z.infer<typeof explainRequestSchema>;
