import { z } from "zod";
import { MOST_CHARACTERS } from "@/lib/features/encoder/encoder-request";

/** Captions that a search is asked for. */
export const K = 10;

/** What may be played with, with the least and the most of each. */
export const SEARCH_PATH_LIMITS = { sample: { min: 20, max: 1000 }, m: { min: 2, max: 16 }, ef: { min: K, max: 200 } } as const;
/** Few enough to be seen, and parameters with which a search misses something now and then. */
export const SEARCH_PATH_DEFAULTS = { sample: 300, m: 4, ef: K } as const;

function parameter(name: keyof typeof SEARCH_PATH_LIMITS) {
  const { min, max } = SEARCH_PATH_LIMITS[name];
  return z.string().regex(/^\d{1,4}$/, `must be a whole number from ${min} to ${max}`).transform(Number).pipe(z.number().min(min, `must be at least ${min}`).max(max, `must be at most ${max}`)).default(SEARCH_PATH_DEFAULTS[name]);
}

/** GET /api/v1/encoder/search-path */
export const searchPathSchema = z.strictObject({
  q: z.string().trim().min(1, "must not be empty").max(MOST_CHARACTERS, `must be at most ${MOST_CHARACTERS} characters`),
  sample: parameter("sample"),
  m: parameter("m"),
  ef: parameter("ef"),
  step: z.string().regex(/^[1-9]\d{0,4}$/, "must be a whole number from 1 on").transform(Number).optional(),
});

export type SearchPathRequest = z.infer<typeof searchPathSchema>;
