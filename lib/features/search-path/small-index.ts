import { row } from "@/lib/core/vector";
import { principalComponentSteps, projectOnAxes } from "@/lib/projection/pca/principal-components";
import { inTurns, Turn } from "@/lib/projection/turns";
import { buildHnsw } from "@/lib/vector-index/teaching/build-hnsw";
import { exactTopK } from "@/lib/vector-index/exact";
import type { HnswGraph } from "@/lib/vector-index/teaching/hnsw-graph";
import { searchHnsw } from "@/lib/vector-index/teaching/search-hnsw";
import { K } from "./search-path-request";
import { sampleRows } from "./sample-rows";
import type { EfPoint } from "./search-path-types";

const EF_CONSTRUCTION = 64;
const SEED = 1;
/** Captions that ask for the curve, and values of ef that it has. */
const QUERIES = 50;
const FEWEST_QUERIES = 10;
const EFS = [K, 20, 40, 80, 160] as const;

interface Corpus {
  /** Rows × dimensions, row-major, every row of length 1. */
  vectors: Float32Array;
  dimensions: number;
}

/** A small index over some captions of a generation, in memory of its own. */
export interface SmallIndex {
  graph: HnswGraph;
  /** Row of the generation of each node. */
  rows: number[];
  /** x and y of each node, from 0 to 1. */
  places: [number, number][];
  explained: number;
  placeOf: (vector: Float32Array) => [number, number];
  curve: EfPoint[] | null;
}

function takeRows({ vectors, dimensions }: Corpus, rows: readonly number[]): Float32Array {
  const taken = new Float32Array(rows.length * dimensions);
  rows.forEach((from, i) => taken.set(row(vectors, from, dimensions), i * dimensions));
  return taken;
}

/** The plane of the first two principal components, with the nodes from 0 to 1. */
async function layOut(values: Float32Array, dimensions: number): Promise<Pick<SmallIndex, "places" | "explained" | "placeOf">> {
  const { coordinates, mean, axes, explained } = await inTurns(principalComponentSteps({ values, dimensions }, 2));
  const along = (axis: number) => coordinates.filter((_, i) => i % 2 === axis);
  const [low, high] = [[0, 1].map((axis) => Math.min(...along(axis))), [0, 1].map((axis) => Math.max(...along(axis)))];
  const scaled = (value: number, axis: number) => Math.max(0, Math.min(1, (value - (low[axis] ?? 0)) / ((high[axis] ?? 0) - (low[axis] ?? 0) || 1)));
  const placeAt = (points: Float64Array, i: number): [number, number] => [scaled(points[2 * i] ?? 0, 0), scaled(points[2 * i + 1] ?? 0, 1)];
  return {
    places: Array.from({ length: coordinates.length / 2 }, (_, i) => placeAt(coordinates, i)),
    explained: explained.reduce((sum, share) => sum + share, 0),
    placeOf: (vector) => placeAt(projectOnAxes({ values: vector, dimensions }, mean, axes), 0),
  };
}

/** Share of the nearest in truth that a search found. */
export function recallOf(found: readonly number[], exact: ArrayLike<number>): number {
  const wanted = new Set(Array.from(exact));
  return wanted.size === 0 ? 1 : found.filter((node) => wanted.has(node)).length / wanted.size;
}

async function measureCurve(graph: HnswGraph, queries: Float32Array, signal: AbortSignal): Promise<EfPoint[]> {
  const turn = new Turn(signal);
  const count = queries.length / graph.dimensions;
  const points = EFS.filter((ef) => ef < graph.links.length).map((ef): EfPoint => ({ ef, recall: 0, computations: 0 }));
  for (let i = 0; i < count; i++) {
    const query = row(queries, i, graph.dimensions);
    const { rows: exact } = exactTopK(graph.vectors, query, K);
    for (const point of points) {
      const { nearest, computations } = searchHnsw(graph, query, K, point.ef);
      point.recall += recallOf(nearest.map(({ node }) => node), exact) / count;
      point.computations += computations / count;
    }
    if (turn.isOver) await turn.pass();
  }
  return points;
}

/**
 * Builds an index over captions that are drawn with a fixed seed, a few milliseconds at a time; 1 000 take about a second. Captions that were not drawn ask for the curve.
 * @throws the signal's reason once that is aborted
 */
export async function buildSmallIndex(corpus: Corpus, { sample, m }: { sample: number; m: number }, signal: AbortSignal): Promise<SmallIndex> {
  const { dimensions } = corpus;
  const drawn = sampleRows(corpus.vectors.length / dimensions, sample + QUERIES, SEED);
  const [rows, others] = [drawn.slice(0, sample), drawn.slice(sample)];
  const graph = await inTurns(buildHnsw(takeRows(corpus, rows), dimensions, { m, efConstruction: EF_CONSTRUCTION, seed: SEED }), signal);
  const curve = others.length < FEWEST_QUERIES ? null : await measureCurve(graph, takeRows(corpus, others), signal);
  return { graph, rows, curve, ...(await layOut(graph.vectors, dimensions)) };
}
