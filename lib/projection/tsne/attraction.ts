import type { JointAffinities } from "./joint-affinities";

/**
 * Σ p(i, j)·(y_i − y_j) / (1 + d²) for the points from `first` to `end`.
 * @param positions x and y in turn   @param forces gets the sums, x and y in turn
 */
export function attract({ offsets, columns, weights }: JointAffinities, positions: Float64Array, forces: Float64Array, first: number, end: number): void {
  for (let i = first; i < end; i++) {
    const x = positions[2 * i]!;
    const y = positions[2 * i + 1]!;
    let fx = 0;
    let fy = 0;
    const last = offsets[i + 1]!;
    for (let e = offsets[i]!; e < last; e++) {
      const j = 2 * columns[e]!;
      const dx = x - positions[j]!;
      const dy = y - positions[j + 1]!;
      const pull = weights[e]! / (1 + dx * dx + dy * dy);
      fx += pull * dx;
      fy += pull * dy;
    }
    forces[2 * i] = fx;
    forces[2 * i + 1] = fy;
  }
}

/** Σ p·log(p·(1 + d²)) over the entries of the rows from `first` to `end`: with the logarithm of the normalisation added, their part of the KL divergence. */
export function affinityLoss({ offsets, columns, weights }: JointAffinities, positions: Float64Array, first: number, end: number): number {
  let sum = 0;
  for (let i = first; i < end; i++) {
    const last = offsets[i + 1]!;
    for (let e = offsets[i]!; e < last; e++) {
      const j = 2 * columns[e]!;
      const dx = positions[2 * i]! - positions[j]!;
      const dy = positions[2 * i + 1]! - positions[j + 1]!;
      const p = weights[e]!;
      if (p > 0) sum += p * Math.log(p * (1 + dx * dx + dy * dy));
    }
  }
  return sum;
}
