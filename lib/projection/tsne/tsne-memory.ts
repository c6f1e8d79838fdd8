import { float32, float64, int32 } from "../memory";
import { createGridMemory, type GridMemory } from "../repulsion/grid-repulsion";
import { BARRIER_LENGTH } from "../threads/barrier";
import type { JointAffinities } from "./joint-affinities";

/** Points whose potentials are summed up on their own: the sum over all is then the same with any number of threads. */
export const BLOCK = 128;

/** Numbers that a part tells of its points: least and greatest x, least and greatest y. Parts keep a cache line's distance. */
export const BOUNDS_STRIDE = 8;

/** Everything an optimisation works on, in the present order of the points. Coordinates stand as x and y in turn. */
export interface TsneMemory {
  count: number;
  parts: number;
  positions: Float64Array;
  /** Positions as attraction reads them, which waits for memory: in half the bytes. */
  rounded: Float32Array;
  /** Last step of each coordinate, and the factor of its next one. */
  velocities: Float64Array;
  gains: Float64Array;
  /** Σ p(i, j)·(y_i − y_j) / (1 + d²). */
  attraction: Float64Array;
  /** Σ 1/(1 + d²) over all points, and its gradient. */
  potential: Float64Array;
  gradient: Float64Array;
  /** Its weights hold the conditional affinities, n × k, before they are symmetrised. */
  joint: JointAffinities;
  /** parts + 1: part t has the points from ranges[t] to ranges[t + 1], multiples of BLOCK but for the last. */
  ranges: Int32Array;
  bounds: Float64Array;
  /** One number a block of points. */
  sums: Float64Array;
  barrier: Int32Array;
  /** Null where the gradient is exact. */
  grid: GridMemory | null;
}

/** @param parts threads that share the work; with more than one the memory is shared */
export function createTsneMemory(joint: JointAffinities, parts: number, exact: boolean): TsneMemory {
  const count = joint.offsets.length - 1;
  const shared = parts > 1;
  const pairs = () => float64(2 * count, shared);
  return {
    count,
    parts,
    positions: pairs(),
    rounded: float32(2 * count, shared),
    velocities: pairs(),
    gains: pairs().fill(1),
    attraction: pairs(),
    potential: float64(count, shared),
    gradient: pairs(),
    joint,
    ranges: int32(parts + 1, shared),
    bounds: float64(parts * BOUNDS_STRIDE, shared),
    sums: float64(Math.ceil(count / BLOCK), shared),
    barrier: int32(BARRIER_LENGTH, shared),
    grid: exact ? null : createGridMemory(shared),
  };
}

/** Divides the points so that every part has about as many affinities. */
export function divideRanges({ count, parts, ranges, joint: { k, offsets } }: TsneMemory): void {
  const before = (i: number) => i * k + offsets[i]!;
  ranges[0] = 0;
  for (let part = 1, i = 0; part < parts; part++) {
    while (i < count && before(i) < (before(count) * part) / parts) i += BLOCK;
    ranges[part] = Math.min(i, count);
  }
  ranges[parts] = count;
}
