import { NONE } from "../neighbours/neighbour-graph";

/** Rows of neighbours, nearest first, NONE last. */
export interface NeighbourLists {
  neighbours: Int32Array;
  /** Length of a row. */
  k: number;
}

/**
 * Of the `few` nearest neighbours in one space, the share that is among the `many` nearest in another, over all points. With few = many it is
 * the same in both directions: of equally many neighbours here and there, as many are missing as are false.
 * @returns 0 … 1; 1 where there are no neighbours
 */
export function neighbourShare(from: NeighbourLists, few: number, to: NeighbourLists, many: number): number {
  const count = from.neighbours.length / Math.max(1, from.k);
  const seen = new Int32Array(count).fill(-1);
  let kept = 0;
  let all = 0;
  for (let i = 0; i < count; i++) {
    for (let j = i * to.k; j < i * to.k + Math.min(many, to.k); j++) if (to.neighbours[j] !== NONE) seen[to.neighbours[j]!] = i;
    for (let j = i * from.k; j < i * from.k + Math.min(few, from.k); j++) {
      const neighbour = from.neighbours[j]!;
      if (neighbour === NONE) break;
      all++;
      if (seen[neighbour] === i) kept++;
    }
  }
  return all === 0 ? 1 : kept / all;
}
