import { z } from "zod";

const languageTag = z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, "must be a BCP 47 tag such as ja or en");

/** The parameters of GET /api/v1/search, as they come (strings), with their limits. */
export const searchRequestSchema = z.strictObject({
  q: z.string().trim().min(1, "must not be empty").max(1000, "must be at most 1 000 characters"),
  ...resultParameters(),
});

/** The parameters of GET /api/v1/captions/{id}/similar. */
export const similarRequestSchema = z.strictObject(resultParameters());

function resultParameters() {
  return {
    limit: wholeNumber(1, 100).default(20),
    offset: wholeNumber(0, 10_000_000).default(0),
    group: z.enum(["image", "none"], "must be image or none").default("image"),
    language: languageTag.optional(),
    collection: z.string().min(1).max(200).optional(),
    minScore: z.string().trim().regex(/^-?(\d+(\.\d*)?|\.\d+)$/, "must be a number from -1 to 1").transform(Number)
      .pipe(z.number().min(-1, "must be at least -1").max(1, "must be at most 1")).optional(),
  };
}

function wholeNumber(min: number, max: number) {
  return z.string().regex(/^\d{1,9}$/, `must be a whole number from ${min} to ${max}`).transform(Number)
    .pipe(z.number().min(min, `must be at least ${min}`).max(max, `must be at most ${max}`));
}

export type SearchRequest = z.infer<typeof searchRequestSchema>;
export type ResultRequest = z.infer<typeof similarRequestSchema>;
