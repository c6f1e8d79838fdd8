import { setImmediate as nextTurn } from "node:timers/promises";
import { drawSome } from "@/lib/core/draw-some";
import { dot, row as rowOf } from "@/lib/core/vector";
import { rankCaptions } from "@/lib/features/search/rank-captions";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import { fitCurve } from "./fit-curve";
import type { Hit } from "./hit";
import { measureReliability } from "./measure-reliability";
import type { PairCalibration } from "./relevance-types";

/** Captions asked as queries. */
const QUERIES = 1000;
/** With fewer images, one of them would decide. */
const LEAST_IMAGES = 30;
/** Of the images, the share that the curve is not fitted on. */
const HELD_OUT = 1 / 3;
/** Of each query, the first hits, as searches show them. */
const HITS = 100;
/** Share of pairs of captions of one image that are further apart than the floor. */
const FAR_SIBLINGS = 0.05;

/** Vectors of rows as queries, row-major. */
export type QueryVectors = (rows: readonly number[]) => Promise<Float32Array>;

interface PairOptions {
  /** Positions in the manifest's languages. */
  query: number;
  caption: number;
  random: () => number;
  queryVectors: QueryVectors;
  signal: AbortSignal;
  onDone: () => void;
}

/** Other captions of a row's image in a language. */
function siblingsOf({ labels, rowsOfImage }: LoadedGeneration, row: number, language: number): number[] {
  return [...rowsOfImage(labels.imageIds[row]!)].filter((other) => other !== row && labels.languages[other] === language);
}

/** The nearest captions of a language as searches rank them, the query itself left out. */
function findHits(generation: LoadedGeneration, vector: Float32Array, self: number, { language, rows }: { language: number; rows: number }): Hit[] {
  const { languages, imageIds } = generation.labels;
  const passes = rows === generation.manifest.count ? null : (row: number) => languages[row] === language;
  const [nearest = []] = rankCaptions(generation, vector, { passes, rows }, [HITS + 1]);
  return nearest.filter(({ row }) => row !== self).slice(0, HITS).map(({ row, score }) => ({ cosine: score, isSame: imageIds[row] === imageIds[self] }));
}

function floorOf(cosines: readonly number[]): number | null {
  return [...cosines].sort((a, b) => a - b)[Math.floor(FAR_SIBLINGS * cosines.length)] ?? null;
}

/**
 * What a cosine means where queries of one language find captions of another, or of their own. Captions that have a sibling (another caption of their image) in the
 * captions' language are asked as queries; of their first hits, those of their own image are told from others.
 */
export async function calibratePair(generation: LoadedGeneration, { query, caption, random, queryVectors, signal, onDone }: PairOptions): Promise<PairCalibration> {
  const { labels, manifest, vectors } = generation;
  const { dimensions } = manifest.model;
  const rowsIn = (language: number) => Array.from(labels.languages.keys()).filter((row) => labels.languages[row] === language);
  const queries = drawSome(rowsIn(query).filter((row) => siblingsOf(generation, row, caption).length > 0), QUERIES, random);
  const images = [...new Set(queries.map((row) => labels.imageIds[row]!))];
  const about = { query: manifest.languages[query]!, caption: manifest.languages[caption]!, queries: queries.length, images: images.length };
  if (images.length < LEAST_IMAGES) return { ...about, curve: null, siblingFloor: null, reliability: null, reason: images.length === 0 ? "no_siblings" : "few_images" };

  const heldOut = new Set(drawSome(images, Math.ceil(HELD_OUT * images.length), random));
  const isHeldOut = (row: number) => heldOut.has(labels.imageIds[row]!);
  const hits: { fitted: Hit[]; held: Hit[] } = { fitted: [], held: [] };
  const siblings: number[] = [];
  const among = { language: caption, rows: rowsIn(caption).length };
  const asked = await queryVectors(queries);
  for (const [i, self] of queries.entries()) {
    const vector = rowOf(asked, i, dimensions);
    (isHeldOut(self) ? hits.held : hits.fitted).push(...findHits(generation, vector, self, among));
    for (const row of siblingsOf(generation, self, caption)) siblings.push(dot(rowOf(vectors, row, dimensions), vector));
    onDone();
    await nextTurn();
    signal.throwIfAborted();
  }
  const curve = fitCurve(hits.fitted);
  return { ...about, curve, siblingFloor: floorOf(siblings), reliability: curve && measureReliability(curve, hits.held, queries.filter(isHeldOut).length), reason: curve ? null : "few_images" };
}
