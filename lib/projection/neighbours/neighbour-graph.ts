import { AppError } from "@/lib/core/errors";
import { float32, int32 } from "../memory";

/** The nearest neighbours of every point, nearest first. */
export interface NeighbourGraph {
  /** Number of points, n. */
  count: number;
  /** Neighbours a point, k. */
  k: number;
  /** n × k, row-major: rows of the neighbours. NONE where a point has fewer than k; those stand last. */
  neighbours: Int32Array;
  /** n × k, row-major: distances to them, 0 or more, in any unit. */
  distances: Float32Array;
}

/** Stands for a neighbour that is missing. */
export const NONE = -1;

/** A graph to be filled, in memory that threads share, so that a layout needs no copy of it. */
export function createNeighbourGraph(count: number, k: number): NeighbourGraph {
  return { count, k, neighbours: int32(count * k, true).fill(NONE), distances: float32(count * k, true) };
}

/** @throws AppError `bad_input` where sizes do not fit, a row is no point or its own neighbour, or a distance is negative or no number */
export function checkNeighbourGraph({ count, k, neighbours, distances }: NeighbourGraph): void {
  if (neighbours.length !== count * k || distances.length !== count * k) {
    throw new AppError("bad_input", `A neighbour graph of ${count} points with ${k} neighbours each needs ${count * k} entries; it has ${neighbours.length} neighbours and ${distances.length} distances.`);
  }
  for (let i = 0, e = 0; i < count; i++) {
    for (let j = 0; j < k; j++, e++) {
      const neighbour = neighbours[e]!;
      if (neighbour === NONE) continue;
      if (neighbour < 0 || neighbour >= count || neighbour === i) throw new AppError("bad_input", `Point ${i} has the neighbour ${neighbour}, which is ${neighbour === i ? "itself" : `none of ${count} points`}.`);
      if (!(distances[e]! >= 0 && distances[e]! < Infinity)) throw new AppError("bad_input", `The distance of point ${i} to point ${neighbour} is ${distances[e]}. A stored vector may hold NaN: npm run check finds it.`);
    }
  }
}
