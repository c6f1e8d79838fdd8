import { float32, int32 } from "../memory";
import { NONE } from "../neighbours/neighbour-graph";

/** Joint affinities p(i, j) as a sparse matrix in compressed rows. Symmetric, with the sum 1. */
export interface JointAffinities {
  /** n + 1: the entries of row i are those from offsets[i] to offsets[i + 1]. */
  offsets: Int32Array;
  columns: Int32Array;
  weights: Float32Array;
}

/** Stands for a mutual affinity of 0: the least number with a sign. */
const MUTUAL_ZERO = -1.4e-45;

/** Room for the joint affinities of n points with k neighbours each, were none of these mutual. What is not touched takes no memory. */
export function createJointAffinities(count: number, k: number, shared: boolean): JointAffinities {
  return { offsets: int32(count + 1, shared), columns: int32(2 * count * k, shared), weights: float32(2 * count * k, shared) };
}

/**
 * Symmetrises conditional affinities: (p(j|i) + p(i|j)) / 2n, as a negative number where the neighbours are mutual. Of the others, one point alone knows.
 * @param neighbours n × stride; the first k of each row are used   @param conditional n × k
 * @param shares n × k: gets rows `first` to `end`
 */
export function symmetriseRows(neighbours: Int32Array, stride: number, k: number, conditional: Float32Array, shares: Float32Array, first: number, end: number): void {
  const half = stride / (2 * neighbours.length);
  for (let i = first; i < end; i++) {
    for (let j = 0; j < k; j++) {
      const neighbour = neighbours[i * stride + j]!;
      const own = conditional[i * k + j]!;
      const back = neighbour === NONE ? -1 : findIn(neighbours, neighbour * stride, k, i);
      shares[i * k + j] = back < 0 ? own * half : Math.min(MUTUAL_ZERO, -(own + conditional[neighbour * k + back]!) * half);
    }
  }
}

/** Place of a value among `length` ones from `start`, −1 where it is not there. */
function findIn(values: Int32Array, start: number, length: number, value: number): number {
  for (let at = 0; at < length; at++) if (values[start + at] === value) return at;
  return -1;
}

/**
 * The joint affinities of symmetrised rows, in a given order of the points.
 * @param shares n × k, of symmetriseRows
 * @param order the point at each place; rows and columns of the result are places
 */
export function joinAffinities(neighbours: Int32Array, stride: number, k: number, shares: Float32Array, order: Int32Array, into: JointAffinities): void {
  const places = new Int32Array(order.length);
  for (let place = 0; place < order.length; place++) places[order[place]!] = place;
  const { offsets, columns, weights } = into;
  const ends = startRows(neighbours, stride, k, shares, order, places, offsets);
  for (let place = 0; place < order.length; place++) {
    const i = order[place]!;
    for (let j = 0; j < k; j++) {
      const neighbour = neighbours[i * stride + j]!;
      if (neighbour === NONE) break;
      const other = places[neighbour]!;
      const share = shares[i * k + j]!;
      const mine = ends[place]!++;
      columns[mine] = other;
      weights[mine] = Math.abs(share);
      if (share < 0) continue;
      const theirs = ends[other]!++;
      columns[theirs] = place;
      weights[theirs] = share;
    }
  }
}

/** Sets offsets so that a row has room for its neighbours and for the points that it is a neighbour of. @returns a copy of their starts */
function startRows(neighbours: Int32Array, stride: number, k: number, shares: Float32Array, order: Int32Array, places: Int32Array, offsets: Int32Array): Int32Array {
  const count = order.length;
  const sizes = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < k && neighbours[i * stride + j] !== NONE; j++) {
      sizes[places[i]!]!++;
      if (shares[i * k + j]! >= 0) sizes[places[neighbours[i * stride + j]!]!]!++;
    }
  }
  offsets[0] = 0;
  for (let place = 0; place < count; place++) offsets[place + 1] = offsets[place]! + sizes[place]!;
  return offsets.slice(0, count);
}
