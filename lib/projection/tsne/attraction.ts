import type { JointAffinities } from "./joint-affinities";

/** What one point is drawn by so far. */
interface Pull {
  x: number;
  y: number;
}

/**
 * Σ p(i, j)·(y_i − y_j) / (1 + d²) for the points from `first` to `end`.
 * @param positions x and y in turn   @param forces gets the sums, x and y in turn
 */
export function attract({ neighbours, stride, shares, k, offsets, columns, weights }: JointAffinities, positions: Float32Array, forces: Float64Array, first: number, end: number): void {
  const pull: Pull = { x: 0, y: 0 };
  for (let i = first; i < end; i++) {
    pull.x = 0;
    pull.y = 0;
    addPulls(pull, positions, i, neighbours, i * stride, shares, i * k, k);
    addPulls(pull, positions, i, columns, offsets[i]!, weights, offsets[i]!, offsets[i + 1]! - offsets[i]!);
    forces[2 * i] = pull.x;
    forces[2 * i + 1] = pull.y;
  }
}

/** Adds what draws point `i` in one part of its row, which ends early at a negative place. */
function addPulls(pull: Pull, positions: Float32Array, i: number, places: Int32Array, from: number, affinities: Float32Array, start: number, length: number): void {
  const x = positions[2 * i]!;
  const y = positions[2 * i + 1]!;
  let { x: fx, y: fy } = pull;
  for (let e = 0; e < length; e++) {
    const j = 2 * places[from + e]!;
    if (j < 0) break;
    const dx = x - positions[j]!;
    const dy = y - positions[j + 1]!;
    const strength = Math.abs(affinities[start + e]!) / (1 + dx * dx + dy * dy);
    fx += strength * dx;
    fy += strength * dy;
  }
  pull.x = fx;
  pull.y = fy;
}

/** Σ p·log(p·(1 + d²)) over the rows from `first` to `end`: with the logarithm of the normalisation added, their part of the KL divergence. */
export function affinityLoss({ neighbours, stride, shares, k, offsets, columns, weights }: JointAffinities, positions: Float64Array, first: number, end: number): number {
  let sum = 0;
  for (let i = first; i < end; i++) {
    sum += partLoss(positions, i, neighbours, i * stride, shares, i * k, k);
    sum += partLoss(positions, i, columns, offsets[i]!, weights, offsets[i]!, offsets[i + 1]! - offsets[i]!);
  }
  return sum;
}

/** As addPulls. */
function partLoss(positions: Float64Array, i: number, places: Int32Array, from: number, affinities: Float32Array, start: number, length: number): number {
  let sum = 0;
  for (let e = 0; e < length; e++) {
    const j = 2 * places[from + e]!;
    if (j < 0) break;
    const dx = positions[2 * i]! - positions[j]!;
    const dy = positions[2 * i + 1]! - positions[j + 1]!;
    const p = Math.abs(affinities[start + e]!);
    if (p > 0) sum += p * Math.log(p * (1 + dx * dx + dy * dy));
  }
  return sum;
}
