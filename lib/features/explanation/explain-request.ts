import { z } from "zod";

/** As long as a query may be. */
const explainedText = z.string().trim().min(1, "must not be empty").max(1000, "must be at most 1 000 characters");

/** GET /api/v1/explain */
export const explainRequestSchema = z
  .strictObject({ a: explainedText, b: explainedText.optional(), caption: z.string().regex(/^\d{1,10}$/, "must be the id of a caption").optional() })
  .refine(({ b, caption }) => (b === undefined) !== (caption === undefined), { path: ["b"], message: "is missing: give either b, a text, or caption, the id of one" });

export type ExplainRequest = z.infer<typeof explainRequestSchema>;
