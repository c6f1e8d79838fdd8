import { dot, row as rowOf } from "@/lib/core/vector";
import { readCaptions, readImages } from "@/lib/database/captions";
import { findMarks } from "@/lib/features/lexicon/find-marks";
import type { Serving } from "@/lib/features/serving/search-engine";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import { passingRows, type PassingRows } from "./caption-filter";
import { describeImages } from "./describe-image";
import { CaptionFolder } from "./fold-captions";
import { byPlace, type PlacedRow, placer, placeRows, placeRowsFrom, placeRowsWithWords } from "./place-rows";
import type { Query, QueryWords } from "./query";
import { restrictRows } from "./restrict-rows";
import type { LeastRelevance, ScoreMeaning } from "./score-meaning";
import type { ResultRequest } from "./search-request";
import type { NamedCaption, ScoredCaption, SearchHit } from "./search-types";
import { selectHits } from "./select-hits";

export interface HitQuery extends Omit<Query, "meaning"> {
  vector: Float32Array;
  /** Of its scores. */
  scoreMeaning: ScoreMeaning;
  /** Rows to leave out: captions that look for others. */
  without: readonly number[];
}

/** One hit. */
interface HitRows {
  /** Best first, at least one. */
  rows: PlacedRow[];
  /** Rows that say the same, and are no hits of their own. */
  folded: readonly number[];
}

/** Of the captions folded into a hit, so many are told in full. */
const FOLDED_TOLD = 20;

/** 4 digits: what a cosine of int8 products is good for. */
export const roundScore = (score: number) => Math.round(score * 10_000) / 10_000;

const roundRelevance = (relevance: number | null) => relevance && roundScore(relevance);

/** The hits of one page. The index is searched first, then only what the page shows is read from the database. */
export async function findHits(serving: Serving, query: HitQuery, request: ResultRequest): Promise<{ hits: SearchHit[]; total: number; searchMs: number }> {
  const start = performance.now();
  const { generation } = serving;
  const passing = passingFor(generation, query, request);
  const least = leastOf(query.scoreMeaning, request);
  const { groups, total } = request.group === "image" ? selectImages(generation, query, passing, least, request) : selectCaptions(generation, query, passing, least, request);
  const searchMs = performance.now() - start;
  return { hits: await readHits(serving, query, groups), total, searchMs };
}

function passingFor(generation: LoadedGeneration, { without, restriction: { required, excluded } }: HitQuery, request: ResultRequest): PassingRows {
  const left = without.length === 0 ? excluded : [...excluded, Uint32Array.from(without)];
  return restrictRows(generation, passingRows(generation, request), { required, excluded: left });
}

/** What minScore and minRelevance leave; null where all passes. */
function leastOf(meaning: ScoreMeaning, { minScore, minRelevance }: ResultRequest): LeastRelevance | null {
  const relevant = minRelevance === undefined ? null : meaning.least(minRelevance);
  if (minScore === undefined) return relevant;
  return { cosine: Math.max(minScore, relevant?.cosine ?? -1), passes: (row, cosine) => cosine >= minScore && (relevant === null || relevant.passes(row, cosine)) };
}

/** Rows by falling place, and whether they are all read already: what is counted depends on each. */
function rank(generation: LoadedGeneration, { vector, words, effort }: HitQuery, passing: PassingRows, least: LeastRelevance | null, { mode }: ResultRequest): { ranking: Iterable<PlacedRow[]>; all: PlacedRow[] | null } {
  const query = { generation, vector, passing, words, effort };
  const leave = (rows: PlacedRow[]) => (least ? rows.filter(({ row, score }) => least.passes(row, score)) : rows);
  if (mode === "lexical") return counted(words ? leave(placeRowsWithWords(query, words)) : []);
  return least === null ? { ranking: placeRows(query), all: null } : counted(leave(placeRowsFrom(query, least.cosine)));
}

const counted = (all: PlacedRow[]) => ({ ranking: [all], all });

function selectCaptions(generation: LoadedGeneration, query: HitQuery, passing: PassingRows, least: LeastRelevance | null, request: ResultRequest) {
  const { ranking, all } = rank(generation, query, passing, least, request);
  const known = new Map<number, PlacedRow>();
  const remember = function* () {
    for (const step of ranking) {
      for (const placed of step) known.set(placed.row, placed);
      yield step;
    }
  };
  const folder = request.fold ? new CaptionFolder(generation) : null;
  const rows = selectHits(remember(), (row) => folder?.fold(row) ?? row, request);
  return { groups: rows.map((row) => ({ rows: [known.get(row)!], folded: folder?.foldedInto(row) ?? [] })), total: all ? all.length : passing.rows };
}

/** An image shows all its captions that pass, but those below minScore or minRelevance, and without any of the words where words are all that counts. */
function selectImages(generation: LoadedGeneration, query: HitQuery, passing: PassingRows, least: LeastRelevance | null, request: ResultRequest) {
  const { labels, rowsOfImage } = generation;
  const { ranking, all } = rank(generation, query, passing, least, request);
  const imageOf = (row: number) => labels.imageIds[row]!;
  const images = selectHits(ranking, imageOf, request);
  const groups = images.map((image) => ({ rows: placeAll(generation, query, [...rowsOfImage(image)].filter((row) => passing.passes === null || passing.passes(row)), least, request), folded: [] })).filter(({ rows }) => rows.length > 0);
  const total = all ? new Set(all.map(({ row }) => imageOf(row))).size : passing.images;
  return { groups: groups.sort((a, b) => b.rows[0]!.place - a.rows[0]!.place), total };
}

function placeAll({ vectors }: LoadedGeneration, { vector, words }: HitQuery, rows: number[], least: LeastRelevance | null, { mode }: ResultRequest): PlacedRow[] {
  const place = placer(words);
  return rows
    .map((row) => place(row, dot(rowOf(vectors, row, vector.length), vector)))
    .filter((placed) => (least === null || least.passes(placed.row, placed.score)) && (mode !== "lexical" || placed.words > 0))
    .sort(byPlace);
}

async function readHits({ db, generation }: Serving, { words, scoreMeaning }: Pick<HitQuery, "words" | "scoreMeaning">, groups: HitRows[]): Promise<SearchHit[]> {
  const { captionIds, imageIds } = generation.labels;
  const told = groups.flatMap(({ folded }) => folded.slice(0, FOLDED_TOLD));
  const captions = await readCaptions(db, [...groups.flatMap(({ rows }) => rows.map(({ row }) => row)), ...told].map((row) => captionIds[row]!));
  const images = await readImages(db, [...groups.map(({ rows: [first] }) => first!.row), ...told].map((row) => imageIds[row]!));
  const summaries = describeImages(images, generation);
  const name = (row: number): NamedCaption[] => {
    const [caption, image] = [captions.get(captionIds[row]!), images.get(imageIds[row]!)];
    return caption && image ? [{ ...caption, id: String(caption.id), image: { collection: image.collection, id: image.externalId } }] : [];
  };
  return groups.flatMap(({ rows, folded }) => {
    const scored = rows.flatMap((placed): ScoredCaption[] => {
      const caption = captions.get(captionIds[placed.row]!);
      return caption ? [{ ...caption, id: String(caption.id), score: roundScore(placed.score), relevance: roundRelevance(scoreMeaning.relevanceOf(placed.row, placed.score)), ...describeWords(words, placed, caption.text) }] : [];
    });
    const image = summaries.get(imageIds[rows[0]!.row]!);
    return image && scored[0] ? [{ score: scored[0].score, image, captions: scored, folded: { count: folded.length, captions: folded.slice(0, FOLDED_TOLD).flatMap(name) } }] : [];
  });
}

function describeWords(words: QueryWords | null, placed: PlacedRow, text: string): Pick<ScoredCaption, "words" | "marks"> {
  if (!words) return { words: 0, marks: [] };
  return { words: roundScore(placed.words), marks: placed.words > 0 ? findMarks(text, words.words) : [] };
}
