import { float32, int32 } from "../memory";
import { NONE } from "../neighbours/neighbour-graph";

/**
 * Joint affinities p(i, j), by place: a sparse symmetric matrix with the sum 1. A row stands in two parts: the affinities to the point's own neighbours, where
 * the neighbour graph lies anyway, and those to points that have it as a neighbour and are none of its own. That takes three fifths of the memory of one matrix beside the graph.
 */
export interface JointAffinities {
  /** Neighbours used of each row. */
  k: number;
  /** Length of a row of `neighbours`, at least k. */
  stride: number;
  /** n × stride: places of the neighbours, NONE last. */
  neighbours: Int32Array;
  /** n × k: affinities to them; below 0 where the neighbour is not mutual, so that it stands in the other's second part too. */
  shares: Float32Array;
  /** n + 1: the second part of row i is from offsets[i] to offsets[i + 1]. */
  offsets: Int32Array;
  columns: Int32Array;
  weights: Float32Array;
}

/** Stands for a one-sided affinity of 0: the least number with a sign. */
const ONE_SIDED_ZERO = -1.4e-45;

/**
 * Room for the joint affinities of a graph, none of them known yet. What is not touched takes no memory.
 * @param neighbours n × stride, from now on those of the matrix   @param shares n × k
 */
export function createJointAffinities({ neighbours, stride, shares, k }: Pick<JointAffinities, "neighbours" | "stride" | "shares" | "k">, shared: boolean): JointAffinities {
  const count = neighbours.length / stride;
  return { k, stride, neighbours, shares, offsets: int32(count + 1, shared), columns: int32(count * k, shared), weights: float32(count * k, shared) };
}

/**
 * Symmetrises conditional affinities: (p(j|i) + p(i|j)) / 2n.
 * @param conditional n × k
 * @param first,end rows whose shares are filled in
 */
export function symmetriseRows({ neighbours, stride, k, shares }: JointAffinities, conditional: Float32Array, first: number, end: number): void {
  const half = stride / (2 * neighbours.length);
  for (let i = first; i < end; i++) {
    for (let j = 0; j < k; j++) {
      const neighbour = neighbours[i * stride + j]!;
      const own = conditional[i * k + j]!;
      const back = neighbour === NONE ? -1 : findIn(neighbours, neighbour * stride, k, i);
      shares[i * k + j] = back < 0 ? Math.min(ONE_SIDED_ZERO, -own * half) : (own + conditional[neighbour * k + back]!) * half;
    }
  }
}

/** Place of a value among `length` ones from `start`, −1 where it is not there. */
function findIn(values: Int32Array, start: number, length: number, value: number): number {
  for (let at = 0; at < length; at++) if (values[start + at] === value) return at;
  return -1;
}

/**
 * Gives the points other places: rows are moved, neighbours named by their new places, and the second parts made anew.
 * @param moves the present place of what each place gets
 */
export function rearrangeAffinities(joint: JointAffinities, moves: Int32Array): void {
  const { neighbours, stride, shares, k } = joint;
  moveRows(neighbours, stride, moves);
  moveRows(shares, k, moves);
  const places = invert(moves);
  for (let e = 0; e < neighbours.length; e++) if (neighbours[e] !== NONE) neighbours[e] = places[neighbours[e]!]!;
  fillSecondParts(joint);
}

export function invert(order: Int32Array): Int32Array {
  const inverse = new Int32Array(order.length);
  for (let i = 0; i < order.length; i++) inverse[order[i]!] = i;
  return inverse;
}

/** Moves rows in place, along each cycle of the permutation. */
export function moveRows(values: Int32Array | Float32Array | Float64Array, length: number, moves: Int32Array): void {
  const moved = new Uint8Array(moves.length);
  for (let first = 0; first < moves.length; first++) {
    if (moved[first] === 1 || moves[first] === first) continue;
    const held = values.slice(first * length, (first + 1) * length);
    let place = first;
    for (let from = moves[place]!; from !== first; place = from, from = moves[place]!) {
      values.copyWithin(place * length, from * length, (from + 1) * length);
      moved[place] = 1;
    }
    values.set(held, place * length);
    moved[place] = 1;
  }
}

/** Rows get the points that know them one-sidedly, in the order of these points' places. */
function fillSecondParts({ neighbours, stride, k, shares, offsets, columns, weights }: JointAffinities): void {
  const count = offsets.length - 1;
  offsets.fill(0);
  for (let i = 0; i < count; i++) for (let j = 0; j < k; j++) if (isOneSided(neighbours, i * stride + j, shares, i * k + j)) offsets[neighbours[i * stride + j]! + 1]!++;
  for (let i = 0; i < count; i++) offsets[i + 1]! += offsets[i]!;
  const ends = offsets.slice(0, count);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < k; j++) {
      if (!isOneSided(neighbours, i * stride + j, shares, i * k + j)) continue;
      const at = ends[neighbours[i * stride + j]!]!++;
      columns[at] = i;
      weights[at] = -shares[i * k + j]!;
    }
  }
}

const isOneSided = (neighbours: Int32Array, neighbour: number, shares: Float32Array, share: number): boolean => neighbours[neighbour] !== NONE && shares[share]! < 0;
