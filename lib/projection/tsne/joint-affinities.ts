import { float32, int32 } from "../memory";
import { NONE } from "../neighbours/neighbour-graph";

/** Joint affinities p(i, j) as a sparse matrix in compressed rows. Symmetric, with the sum 1. */
export interface JointAffinities {
  /** n + 1: the entries of row i are those from offsets[i] to offsets[i + 1]. */
  offsets: Int32Array;
  columns: Int32Array;
  weights: Float32Array;
}

/** Room for the joint affinities of n points with k neighbours each, however few of these are mutual. */
export function createJointAffinities(count: number, k: number, shared: boolean): JointAffinities {
  return { offsets: int32(count + 1, shared), columns: int32(2 * count * k, shared), weights: float32(2 * count * k, shared) };
}

/**
 * Symmetrises conditional affinities, (p(j|i) + p(i|j)) / 2n, in a given order of the points.
 * @param neighbours n × stride; the first k of each row are used   @param conditional n × k
 * @param order the point at each place; rows and columns of the result are places
 */
export function joinAffinities(neighbours: Int32Array, stride: number, k: number, conditional: Float32Array, order: Int32Array, into: JointAffinities): void {
  const places = new Int32Array(order.length);
  for (let place = 0; place < order.length; place++) places[order[place]!] = place;
  const ends = startRows(neighbours, stride, k, order, places, into.offsets);
  fillRows(neighbours, stride, k, conditional, order, places, ends, into);
  mergeMutual(ends, into);
}

/** Sets offsets so that a row has room for its own neighbours and for all points that it is a neighbour of. @returns a copy of them */
function startRows(neighbours: Int32Array, stride: number, k: number, order: Int32Array, places: Int32Array, offsets: Int32Array): Int32Array {
  const count = order.length;
  const sizes = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    for (let j = i * stride; j < i * stride + k && neighbours[j] !== NONE; j++) {
      sizes[places[i]!]!++;
      sizes[places[neighbours[j]!]!]!++;
    }
  }
  offsets[0] = 0;
  for (let place = 0; place < count; place++) offsets[place + 1] = offsets[place]! + sizes[place]!;
  return offsets.slice(0, count);
}

/** Writes every conditional affinity into the rows of both points. `ends` moves to the end of each row. */
function fillRows(neighbours: Int32Array, stride: number, k: number, conditional: Float32Array, order: Int32Array, places: Int32Array, ends: Int32Array, { columns, weights }: JointAffinities): void {
  const half = 1 / (2 * order.length);
  for (let place = 0; place < order.length; place++) {
    const i = order[place]!;
    for (let j = 0; j < k; j++) {
      const neighbour = neighbours[i * stride + j]!;
      if (neighbour === NONE) break;
      const other = places[neighbour]!;
      const weight = conditional[i * k + j]! * half;
      const mine = ends[place]!++;
      columns[mine] = other;
      weights[mine] = weight;
      const theirs = ends[other]!++;
      columns[theirs] = place;
      weights[theirs] = weight;
    }
  }
}

/** Adds up entries of a row with the same column, and closes the gaps. */
function mergeMutual(ends: Int32Array, { offsets, columns, weights }: JointAffinities): void {
  const seen = new Int32Array(ends.length).fill(-1);
  let to = 0;
  for (let place = 0; place < ends.length; place++) {
    const start = to;
    for (let from = offsets[place]!; from < ends[place]!; from++) {
      const column = columns[from]!;
      const at = seen[column]!;
      if (at >= start) {
        weights[at]! += weights[from]!;
        continue;
      }
      seen[column] = to;
      columns[to] = column;
      weights[to] = weights[from]!;
      to++;
    }
    offsets[place] = start;
  }
  offsets[ends.length] = to;
}
