import { z } from "zod";
import { suggest, type Suggestion } from "@/lib/features/lexicon/suggest";
import { vocabularyOf } from "@/lib/features/lexicon/vocabulary";
import { searchEngine } from "@/lib/features/serving/search-engine";

/** The parameters of GET /api/v1/suggest. */
export const suggestRequestSchema = z.strictObject({
  q: z.string().max(1000, "must be at most 1 000 characters"),
  limit: z.string().regex(/^\d{1,2}$/, "must be a whole number from 1 to 20").transform(Number).pipe(z.number().min(1, "must be at least 1").max(20, "must be at most 20")).default(8),
});

export interface SuggestResponse {
  query: string;
  suggestions: Suggestion[];
}

/**
 * What a query may go on to be, from the captions' own words.
 * @throws AppError as searches do
 */
export async function suggestQueries({ q, limit }: z.infer<typeof suggestRequestSchema>): Promise<SuggestResponse> {
  return searchEngine().use(async ({ db, generation }) => ({ query: q, suggestions: suggest(await vocabularyOf(db, generation), q, limit) }));
}
