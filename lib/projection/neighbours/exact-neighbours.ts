import { finish, type Steps } from "../turns";
import { createNeighbourGraph, type NeighbourGraph } from "./neighbour-graph";
import { NearestHeap } from "./nearest-heap";
import { checkVectors, countOf, type Vectors } from "./vectors";

/**
 * How far apart two vectors are: "euclidean", the length of their difference; "cosine", 1 less their cosine; "spherical", the angle between them in
 * radians, which is their distance on the sphere.
 */
export const DISTANCES = ["euclidean", "cosine", "spherical"] as const;

export type Distance = (typeof DISTANCES)[number];

/**
 * The distance of two vectors of length 1 from their cosine, such as an index of inner products gives it.
 * All three put neighbours in one order; only the affinities of a t-SNE differ.
 */
export function distanceOfCosine(cosine: number, distance: Distance): number {
  const bounded = Math.max(-1, Math.min(1, cosine));
  switch (distance) {
    case "euclidean":
      return Math.sqrt(2 - 2 * bounded);
    case "cosine":
      return 1 - bounded;
    case "spherical":
      return Math.acos(bounded);
  }
}

/**
 * The k nearest neighbours of every vector by comparing all pairs: for sets of some thousand. Equal distances are in the order of rows.
 * Where the distance is not euclidean, a vector of zeros is as far from all as a perpendicular one.
 * @param k cut to n − 1
 * @throws AppError `bad_input` where values do not make whole rows, or are NaN
 */
export const findExactNeighbours = (vectors: Vectors, k: number, distance?: Distance): NeighbourGraph => finish(exactNeighbourSteps(vectors, k, distance));

/** findExactNeighbours, a step a point. */
export function* exactNeighbourSteps(vectors: Vectors, k: number, distance: Distance = "euclidean"): Steps<NeighbourGraph> {
  checkVectors(vectors);
  const count = countOf(vectors);
  const graph = createNeighbourGraph(count, Math.max(0, Math.min(Math.floor(k), count - 1)));
  if (graph.k === 0) return graph;
  const lengths = Float64Array.from({ length: count }, (_, i) => Math.sqrt(product(vectors, i, i)));
  const heap = new NearestHeap(graph.k);
  for (let i = 0; i < count; i++) {
    heap.clear();
    for (let j = 0; j < count; j++) if (j !== i) heap.offer(j, measure(vectors, lengths, i, j, distance));
    heap.drainInto(graph.neighbours, graph.distances, i * graph.k);
    yield;
  }
  return graph;
}

function measure(vectors: Vectors, lengths: Float64Array, i: number, j: number, distance: Distance): number {
  const inner = product(vectors, i, j);
  if (distance === "euclidean") return Math.sqrt(Math.max(0, lengths[i]! ** 2 + lengths[j]! ** 2 - 2 * inner));
  const scale = lengths[i]! * lengths[j]!;
  return distanceOfCosine(scale > 0 ? inner / scale : 0, distance);
}

/** Inner product of two rows. Four sums, so that the processor need not wait for one addition before the next. */
function product({ values, dimensions }: Vectors, i: number, j: number): number {
  const a = i * dimensions;
  const b = j * dimensions;
  const whole = dimensions - (dimensions % 4);
  let s0 = 0, s1 = 0, s2 = 0, s3 = 0;
  for (let d = 0; d < whole; d += 4) {
    s0 += values[a + d]! * values[b + d]!;
    s1 += values[a + d + 1]! * values[b + d + 1]!;
    s2 += values[a + d + 2]! * values[b + d + 2]!;
    s3 += values[a + d + 3]! * values[b + d + 3]!;
  }
  for (let d = whole; d < dimensions; d++) s0 += values[a + d]! * values[b + d]!;
  return s0 + s1 + (s2 + s3);
}
