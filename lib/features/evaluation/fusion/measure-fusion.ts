import { seededRandom } from "@/lib/core/random";
import { dot, row as rowOf } from "@/lib/core/vector";
import { readCaptions } from "@/lib/database/captions";
import type { Database } from "@/lib/database/client";
import { type QueryWord, readQueryWords } from "@/lib/features/lexicon/query-words";
import { bestByWords, scoreWords, type WordScores } from "@/lib/features/lexicon/score-words";
import { findPostings } from "@/lib/features/lexicon/word-postings";
import { usualWeight } from "@/lib/features/search/query";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";

/** How often captions, as queries, find another caption of their image. */
export interface FusionQuality {
  language: string;
  method: string;
  /** Share of the queries with one at the first place, and among the first 10. */
  first: number;
  amongTen: number;
  /** Mean of 1 / rank of the first one; ranks past 100 count nothing. */
  meanReciprocalRank: number;
}

/** How many captions by meaning, and by words, are put in order. */
const BY_MEANING = 300;
const BY_WORDS = 1000;
const LAST_RANK = 100;

interface Candidates {
  rows: number[];
  cosine: Map<number, number>;
  scores: WordScores;
  words: QueryWord[];
}

type Method = (candidates: Candidates) => (row: number) => number;

const combination = (weightOf: (words: number) => number): Method => ({ cosine, scores, words }) => {
  const weight = words.length === 0 ? 0 : weightOf(words.length);
  return (row) => weight * scores.of(row) + (1 - weight) * cosine.get(row)!;
};

/** Reciprocal ranks, those by words counting `share`. */
const reciprocalRanks = (share: number, k = 60): Method => ({ rows, cosine, scores }) => {
  const byMeaning = ranksOf(rows, (row) => cosine.get(row)!);
  const byWords = ranksOf(rows.filter((row) => scores.of(row) > 0), (row) => scores.of(row) + 1e-6 * cosine.get(row)!);
  return (row) => 1 / (k + byMeaning.get(row)!) + (byWords.has(row) ? share / (k + byWords.get(row)!) : 0);
};

const ranksOf = (rows: number[], value: (row: number) => number) => new Map([...rows].sort((a, b) => value(b) - value(a)).map((row, i) => [row, i + 1]));

const methods: Record<string, Method> = {
  "meaning alone": combination(() => 0),
  "words alone": ({ cosine, scores }) => (row) => scores.of(row) + 1e-6 * cosine.get(row)!,
  "reciprocal ranks": reciprocalRanks(1),
  "reciprocal ranks, words × 0.1": reciprocalRanks(0.1),
  ...Object.fromEntries([0.05, 0.1, 0.2, 0.4].map((weight) => [`combination, ${weight}`, combination(() => weight)])),
  "combination, as searches do": combination(usualWeight),
};

/** @param sample queries of each language: seeded, the same for every method */
export async function measureFusion(db: Database, generation: LoadedGeneration, sample: number, signal: AbortSignal): Promise<FusionQuality[]> {
  const { labels, manifest } = generation;
  const qualities: FusionQuality[] = [];
  for (const [code, language] of manifest.languages.entries()) {
    const queries = chooseQueries(generation, code, sample);
    const texts = await readCaptions(db, queries.map((row) => labels.captionIds[row]!));
    const ranks = new Map(Object.keys(methods).map((method) => [method, [] as number[]]));
    for (const query of queries) {
      signal.throwIfAborted();
      const candidates = await findCandidates(db, generation, query, texts.get(labels.captionIds[query]!)?.text ?? "");
      for (const [method, valueOf] of Object.entries(methods)) ranks.get(method)!.push(rankOfSibling(generation, candidates.rows, valueOf(candidates), query));
    }
    for (const [method, found] of ranks) qualities.push({ language, method, ...summarise(found) });
  }
  return qualities;
}

/** Captions whose image has another one. */
function chooseQueries({ labels, manifest, rowsOfImage }: LoadedGeneration, language: number, sample: number): number[] {
  const rows = Array.from({ length: manifest.count }, (_, row) => row).filter((row) => labels.languages[row] === language && rowsOfImage(labels.imageIds[row]!).length > 1);
  const random = seededRandom(1);
  for (let i = 0; i < Math.min(sample, rows.length); i++) {
    const other = i + Math.floor(random() * (rows.length - i));
    [rows[i], rows[other]] = [rows[other]!, rows[i]!];
  }
  return rows.slice(0, sample);
}

async function findCandidates(db: Database, generation: LoadedGeneration, query: number, text: string): Promise<Candidates> {
  const { dimensions } = generation.manifest.model;
  const vector = rowOf(generation.vectors, query, dimensions);
  const words = await readQueryWords(text);
  const scores = scoreWords(generation.manifest.count, await findPostings(db, generation, words.map(({ matches }) => matches)));
  const near = generation.index.search(vector, BY_MEANING, Math.max(BY_MEANING, generation.manifest.hnsw.ef)).rows;
  const rows = [...new Set([...near, ...bestByWords(scores, null, BY_WORDS).rows])].filter((row) => row !== query);
  return { rows, cosine: new Map(rows.map((row) => [row, dot(rowOf(generation.vectors, row, dimensions), vector)])), scores, words };
}

/** From 1; Infinity where no caption of the image is among the candidates. */
function rankOfSibling({ labels }: LoadedGeneration, rows: number[], valueOf: (row: number) => number, query: number): number {
  const values = new Map(rows.map((row) => [row, valueOf(row)]));
  const best = Math.max(...rows.filter((row) => labels.imageIds[row] === labels.imageIds[query]).map((row) => values.get(row)!));
  return best === -Infinity ? Infinity : 1 + rows.filter((row) => values.get(row)! > best).length;
}

function summarise(ranks: number[]): Pick<FusionQuality, "first" | "amongTen" | "meanReciprocalRank"> {
  const share = (most: number) => ranks.filter((rank) => rank <= most).length / ranks.length;
  return { first: share(1), amongTen: share(10), meanReciprocalRank: ranks.reduce((sum, rank) => sum + (rank <= LAST_RANK ? 1 / rank : 0), 0) / ranks.length };
}
