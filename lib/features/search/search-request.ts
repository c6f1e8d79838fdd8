import { z } from "zod";
import { wholeNumber } from "@/lib/core/whole-number";

const languageTag = z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, "must be a BCP 47 tag such as ja or en");

/** By words and meaning, by meaning alone, or captions that have the words. */
export const searchModes = ["hybrid", "semantic", "lexical"] as const;
export type SearchMode = (typeof searchModes)[number];

/** Captions, sentences and words of a query, each. */
const MOST = 10;
const text = z.string().trim().min(1, "must not be empty").max(1000, "must be at most 1 000 characters");
const captionIds = z.string().regex(/^\d{1,10}(,\d{1,10}){0,9}$/, `must be 1 to ${MOST} ids of captions, with commas between them`).transform((list) => [...new Set(list.split(","))]);
const sentences = z.array(text).max(MOST, `must not be given more than ${MOST} times`);

/** The parameters of GET /api/v1/search, as they come (strings), with their limits. */
export const searchRequestSchema = z
  .strictObject({
    q: text.optional(),
    mode: z.enum(searchModes, "must be hybrid, semantic or lexical").default("hybrid"),
    wordsWeight: decimal(0, 1).optional(),
    like: captionIds.optional(),
    unlike: captionIds.optional(),
    plus: sentences.optional(),
    minus: sentences.optional(),
    ...resultParameters(),
  })
  .refine(({ mode, wordsWeight }) => wordsWeight === undefined || mode === "hybrid", { path: ["wordsWeight"], message: "is for mode=hybrid" })
  .refine(({ q, like, plus }) => q !== undefined || like !== undefined || plus !== undefined, { path: ["q"], message: "is missing: give q, like or plus" })
  .refine(({ mode, q }) => mode !== "lexical" || q !== undefined, { path: ["q"], message: "is missing, which mode=lexical is about" });

/** Parameters of the search that may be given several times. */
export const repeatedParameters = ["plus", "minus"];

/** The parameters of GET /api/v1/captions/{id}/similar. */
export const similarRequestSchema = z.strictObject(resultParameters());

function resultParameters() {
  return {
    limit: wholeNumber(1, 100).default(20),
    offset: wholeNumber(0, 10_000_000).default(0),
    group: z.enum(["image", "none"], "must be image or none").default("image"),
    fold: flag(),
    explain: flag().optional(),
    language: languageTag.optional(),
    collection: z.string().min(1).max(200).optional(),
    minScore: decimal(-1, 1).optional(),
    minRelevance: decimal(0, 1).optional(),
  };
}

function flag() {
  return z.enum(["true", "false"], "must be true or false").default("false").transform((given) => given === "true");
}

function decimal(min: number, max: number) {
  return z.string().trim().regex(/^-?(\d+(\.\d*)?|\.\d+)$/, `must be a number from ${min} to ${max}`).transform(Number)
    .pipe(z.number().min(min, `must be at least ${min}`).max(max, `must be at most ${max}`));
}

export type SearchRequest = z.infer<typeof searchRequestSchema>;
/** What more, and less, is wanted of: captions by id, and sentences. */
export type Refinement = Pick<SearchRequest, "like" | "unlike" | "plus" | "minus">;
export type ResultRequest = z.infer<typeof similarRequestSchema> & { mode?: SearchMode };
