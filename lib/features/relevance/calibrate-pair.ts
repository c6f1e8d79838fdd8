import { setImmediate as nextTurn } from "node:timers/promises";
import { drawSome } from "@/lib/core/draw-some";
import { row as rowOf } from "@/lib/core/vector";
import { rankCaptions } from "@/lib/features/search/rank-captions";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import { fitCurve } from "./fit-curve";
import type { Hit } from "./hit";
import { type Found, measureReliability } from "./measure-reliability";
import type { PairCalibration, RelevanceCurve } from "./relevance-types";

/** Captions asked as queries. */
const QUERIES = 1000;
/** With fewer images, one of them would decide. */
const LEAST_IMAGES = 30;
/** Of the images, the share that the curve is not fitted on. */
const HELD_OUT = 1 / 3;
/** Of each query, the first hits, as searches show them. */
const HITS = 100;
/**
 * Queries of three lengths have curves of their own where there are so many that each can be told: among 145 000 English captions the shorter third is then told with an ECE of 0.005 in place of
 * 0.015, among 20 000 Japanese ones with 0.005 in place of 0.006.
 */
const LENGTHS = 3;
const LEAST_BY_LENGTH = 600;

/** Rows as queries: their vectors, row-major, and how many characters each has. */
export type AskRows = (rows: readonly number[]) => Promise<{ vectors: Float32Array; lengths: number[] }>;

interface PairOptions {
  /** Positions in the manifest's languages. */
  query: number;
  caption: number;
  random: () => number;
  ask: AskRows;
  signal: AbortSignal;
  onDone: () => void;
}

/** Whether a row's image has another caption in a language. */
function hasSibling({ labels, rowsOfImage }: LoadedGeneration, row: number, language: number): boolean {
  return rowsOfImage(labels.imageIds[row]!).some((other) => other !== row && labels.languages[other] === language);
}

/** The nearest captions of a language as searches rank them, the query itself left out. */
function findHits(generation: LoadedGeneration, vector: Float32Array, self: number, { language, rows }: { language: number; rows: number }): Hit[] {
  const { languages, imageIds } = generation.labels;
  const passes = rows === generation.manifest.count ? null : (row: number) => languages[row] === language;
  const [nearest = []] = rankCaptions(generation, vector, { passes, rows }, [HITS + 1]);
  return nearest.filter(({ row }) => row !== self).slice(0, HITS).map(({ row, score }) => ({ cosine: score, isSame: imageIds[row] === imageIds[self] }));
}

/** Curves for the shortest, the middle and the longest queries, or one for all where they are few. */
function fitCurves(found: readonly Found[], byLength: boolean): RelevanceCurve[] {
  const lengths = found.map(({ length }) => length).sort((a, b) => a - b);
  const parts = byLength ? LENGTHS : 1;
  const ends = Array.from({ length: parts }, (_, i) => (i === parts - 1 ? null : lengths[Math.floor(((i + 1) * lengths.length) / parts)]!));
  return ends.flatMap((longest, i): RelevanceCurve[] => {
    const own = found.filter(({ length }) => length > (ends[i - 1] ?? -1) && length <= (longest ?? Infinity));
    const curve = fitCurve(own.flatMap(({ hits }) => hits));
    return curve ? [{ longest, ...curve }] : [];
  });
}

/**
 * What a cosine means where queries of one language find captions of another, or of their own. Captions that have a sibling (another caption of their image) in the
 * captions' language are asked as queries; of their first hits, those of their own image are told from others.
 */
export async function calibratePair(generation: LoadedGeneration, { query, caption, random, ask, signal, onDone }: PairOptions): Promise<PairCalibration> {
  const { labels, manifest } = generation;
  const rowsIn = (language: number) => Array.from(labels.languages.keys()).filter((row) => labels.languages[row] === language);
  const queries = drawSome(rowsIn(query).filter((row) => hasSibling(generation, row, caption)), QUERIES, random);
  const images = [...new Set(queries.map((row) => labels.imageIds[row]!))];
  const about = { query: manifest.languages[query]!, caption: manifest.languages[caption]!, queries: queries.length, images: images.length };
  const unknown = { ...about, curves: [], reliability: null };
  if (images.length < LEAST_IMAGES) return { ...unknown, reason: images.length === 0 ? "no_siblings" : "few_images" };

  const heldOut = new Set(drawSome(images, Math.ceil(HELD_OUT * images.length), random));
  const [fitted, held]: [Found[], Found[]] = [[], []];
  const among = { language: caption, rows: rowsIn(caption).length };
  const { vectors, lengths } = await ask(queries);
  for (const [i, self] of queries.entries()) {
    const hits = findHits(generation, rowOf(vectors, i, manifest.model.dimensions), self, among);
    (heldOut.has(labels.imageIds[self]!) ? held : fitted).push({ length: lengths[i]!, hits });
    onDone();
    await nextTurn();
    signal.throwIfAborted();
  }
  const curves = fitCurves(fitted, queries.length >= LEAST_BY_LENGTH);
  return curves.length === 0 ? { ...unknown, reason: "few_images" } : { ...about, curves, reliability: measureReliability(curves, held), reason: null };
}
