import pLimit from "p-limit";
import { sampleRankCorrelation } from "simple-statistics";
import { processSingleton } from "@/lib/core/process-singleton";
import { dot, row as rowOf } from "@/lib/core/vector";
import { passingRows } from "@/lib/features/search/caption-filter";
import { embedQuery } from "@/lib/features/search/embed-query";
import { roundScore } from "@/lib/features/search/find-hits";
import { rankCaptions } from "@/lib/features/search/rank-captions";
import { nameCaptions } from "@/lib/features/search/refine-query";
import type { NamedCaption } from "@/lib/features/search/search-types";
import { type Serving, searchEngine } from "@/lib/features/serving/search-engine";
import { embedByOther } from "./other-encoders";

/** Captions that both encoders rank: what the one of the searches finds first. A second one has no index of its own. */
export const CANDIDATES = 50;
/** Of which so many are looked at by most. */
export const FIRST = 10;
const AT_ONCE = 1;

const limit = () => processSingleton("search comparison limit", () => pLimit(AT_ONCE));

/** A caption with its score and place (from 1) by both encoders. */
export interface RankedTwice {
  caption: NamedCaption;
  score: number;
  rank: number;
  otherScore: number;
  otherRank: number;
}

/** Answer of GET /api/v1/compare/search. */
export interface SearchesCompared {
  query: string;
  model: { id: string; dimensions: number };
  other: { id: string; dimensions: number };
  /** In the order of the encoder of the searches. */
  captions: RankedTwice[];
  /** Captions among the first ten of both. */
  shared: number;
  /** Spearman's rank correlation; null where there are fewer than three captions. */
  agreement: number | null;
}

/**
 * One query by two encoders: how the second ranks what the first finds.
 * @throws AppError as embedByOther; as searches do
 */
export async function compareSearches({ q, other }: { q: string; other: string }, signal?: AbortSignal): Promise<SearchesCompared> {
  return searchEngine().use((serving) => limit()(() => compare(serving, q, other, signal)));
}

async function compare(serving: Serving, query: string, other: string, signal?: AbortSignal): Promise<SearchesCompared> {
  const { generation, embedder } = serving;
  const { dimensions } = generation.manifest.model;
  const vector = await embedQuery(serving, query);
  const found = firstRows(serving, vector);
  const captions = (await nameCaptions(serving, found.map(({ row }) => String(generation.labels.captionIds[row])), "q")).map(({ caption }) => caption);
  const own = new Float32Array(found.length * dimensions);
  found.forEach(({ row }, i) => own.set(rowOf(generation.vectors, row, dimensions), i * dimensions));
  const asked = await embedByOther(serving, other, [query], { vectors: vector, dimensions }, "query", signal);
  const seen = await embedByOther(serving, other, captions.map(({ text }) => text), { vectors: own, dimensions }, "document", signal);
  const scores = captions.map((_, i) => dot(asked.vectors, rowOf(seen.vectors, i, seen.dimensions)));
  const places = ranksOf(scores);
  const ranked = captions.map((caption, i): RankedTwice => ({ caption, score: roundScore(found[i]!.score), rank: i + 1, otherScore: roundScore(scores[i]!), otherRank: places[i]! }));
  return {
    query,
    model: { id: embedder.model.name, dimensions },
    other: { id: seen.name, dimensions: seen.dimensions },
    captions: ranked,
    shared: ranked.filter(({ rank, otherRank }) => rank <= FIRST && otherRank <= FIRST).length,
    agreement: ranked.length < 3 ? null : roundScore(sampleRankCorrelation(found.map(({ score }) => score), scores)),
  };
}

function firstRows({ generation }: Serving, vector: Float32Array): { row: number; score: number }[] {
  const rows: { row: number; score: number }[] = [];
  for (const step of rankCaptions(generation, vector, passingRows(generation, {}))) {
    rows.push(...step);
    if (rows.length >= CANDIDATES) break;
  }
  return rows.slice(0, CANDIDATES);
}

/** The place of each score, from 1, the highest first. */
function ranksOf(scores: readonly number[]): number[] {
  const places: number[] = [];
  scores.map((score, i) => ({ score, i })).sort((a, b) => b.score - a.score || a.i - b.i).forEach(({ i }, place) => (places[i] = place + 1));
  return places;
}
