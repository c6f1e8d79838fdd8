import { AppError } from "@/lib/core/errors";
import { matchPhrase, type QueryWord, readQueryWords } from "@/lib/features/lexicon/query-words";
import { readQueryText } from "@/lib/features/lexicon/query-text";
import { scoreWords, type WordScores } from "@/lib/features/lexicon/score-words";
import { findPostings } from "@/lib/features/lexicon/word-postings";
import type { Serving } from "@/lib/features/serving/search-engine";
import type { Restriction } from "./restrict-rows";
import type { SearchMode } from "./search-request";

/** How much the words of a query count beside its meaning. */
export interface QueryWords {
  words: QueryWord[];
  /** In how many captions of the generation each word is. */
  captions: number[];
  scores: WordScores;
  /** 0 (meaning alone) to 1 (words alone). */
  weight: number;
}

/** A query as it was typed, taken apart. */
export interface Query {
  /** What is embedded. */
  meaning: string;
  words: QueryWords | null;
  restriction: Restriction;
  /** The least ef of the graph's search, 0 where the generation's own will do. */
  effort: number;
}

const UNRESTRICTED: Restriction = { required: [], excluded: [] };

/** A query that is no text: the vector of a caption. */
export const WITHOUT_WORDS: Omit<Query, "meaning"> = { words: null, restriction: UNRESTRICTED, effort: 0 };

/**
 * What words weigh unless they are given a weight: the fewer there are, the more each says. Measured on 165 000 captions (docs/decisions/0010): sentences find captions of their image
 * best at 0.1, rare single words a caption that has them from 0.15 on.
 */
export const usualWeight = (words: number) => 0.1 + 0.1 / words;

/**
 * Queries so short lie apart from all captions, where the graph's paths are poorer: of 40 single words, searches at ef 128 find 0.94 of the 20 nearest among 165 000 captions, at 400 0.99, for a millisecond more. For
 * sentences it is 1.00 already. Characters, and ef.
 */
const SHORT = 12;
const EFFORT = 400;

/** @throws AppError `invalid_parameter` for a query that says only what it does not want, or a phrase without letters */
export async function readQuery({ db, generation }: Serving, text: string, mode: SearchMode, weight: number | undefined): Promise<Query> {
  const { meaning, phrases, excluded } = readQueryText(text);
  if (meaning === "") throw new AppError("invalid_parameter", "The query says only what is not wanted. Add a word that is.", { field: "q" });
  const required = phrases.map(phraseQuery);
  const words = mode === "semantic" ? [] : await readQueryWords(meaning);
  const unwanted = (await Promise.all(excluded.map(async (part) => (/\s/u.test(part) ? [{ matches: [phraseQuery(part)] }] : await readQueryWords(part))))).flat();
  const postings = await findPostings(db, generation, [...required.map((match) => [match]), ...unwanted.map(({ matches }) => matches), ...words.map(({ matches }) => matches)]);
  const rows = postings.map((found) => found.rows);
  const ofWords = postings.slice(required.length + unwanted.length);
  return {
    meaning,
    effort: meaning.length <= SHORT ? EFFORT : 0,
    restriction: { required: rows.slice(0, required.length), excluded: rows.slice(required.length, required.length + unwanted.length) },
    words: words.length === 0 ? null : {
      words,
      captions: ofWords.map((found) => found.rows.length),
      scores: scoreWords(generation.manifest.count, ofWords),
      weight: mode === "lexical" ? 1 : (weight ?? usualWeight(words.length)),
    },
  };
}

function phraseQuery(phrase: string) {
  const query = matchPhrase(phrase);
  if (query === null) throw new AppError("invalid_parameter", `The phrase “${phrase}” has neither letters nor digits, which no caption can be searched for.`, { field: "q" });
  return { query, worth: 1 };
}
