import type { Serving } from "@/lib/features/serving/search-engine";
import { vocabularyIfRead } from "@/lib/features/lexicon/vocabulary";
import { correctQuery } from "./correct-query";
import { findHits, type HitQuery } from "./find-hits";
import { ScoreMeaning, type Sentence } from "./score-meaning";
import type { ResultRequest } from "./search-request";
import type { NamedCaption, SearchResponse } from "./search-types";

interface Asked extends Omit<HitQuery, "scoreMeaning"> {
  query: string;
  /** Null where it is searched for more than one. */
  sentence: Sentence | null;
  like: NamedCaption[];
  unlike: NamedCaption[];
  /** Milliseconds that embedding took. */
  embedMs: number;
  /** performance.now() at the beginning of the request. */
  start: number;
}

const round = (ms: number) => Math.round(ms * 100) / 100;

/** The hits for a vector, with what answered and how long it took. */
export async function answerSearch(serving: Serving, { query, sentence, like, unlike, embedMs, start, ...asked }: Asked, request: ResultRequest): Promise<SearchResponse> {
  const scoreMeaning = await ScoreMeaning.of(serving, sentence);
  const { hits, total, searchMs } = await findHits(serving, { ...asked, scoreMeaning }, request);
  const { words } = asked;
  const { manifest } = serving.generation;
  return {
    query,
    like,
    unlike,
    mode: request.mode ?? "semantic",
    wordsWeight: words?.weight ?? 0,
    words: words?.words.map(({ surface }, i) => ({ text: surface, captions: words.captions[i]! })) ?? [],
    didYouMean: words ? correctQuery(query, words, vocabularyIfRead(serving.db, serving.generation)) : null,
    generation: manifest.id,
    model: { id: manifest.model.name, dimensions: manifest.model.dimensions, device: serving.embedder.device },
    took: { embed: round(embedMs), search: round(searchMs), total: round(performance.now() - start) },
    total,
    hits,
    nothingClose: scoreMeaning.isNothingClose(hits.flatMap(({ captions }) => captions)),
  };
}
