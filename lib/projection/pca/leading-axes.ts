import { seededNormal } from "@/lib/core/random";
import type { Steps } from "../turns";
import { rotateToEigenvectors } from "./jacobi";

/** Axes carried along beyond those wanted: they take up what would slow these down. */
const SPARE = 6;
const MOST_ROUNDS = 500;
/** Relative change of the eigenvalues at which they stand. */
const STANDS = 1e-13;

export interface Axes {
  /** Rows of length 1, by falling eigenvalue; zeros where the matrix has no further direction. */
  axes: Float64Array[];
  eigenvalues: number[];
}

/**
 * The leading eigenvectors of a symmetric matrix without negative eigenvalues, by subspace iteration from a fixed start, a step a round.
 * Source: N. Halko, P. Martinsson and J. Tropp, Finding structure with randomness, SIAM Review 53 (2011).
 * @param matrix size × size
 */
export function* findLeadingAxes(matrix: Float64Array, size: number, wanted: number): Steps<Axes> {
  const normal = seededNormal(1);
  const carried = Math.min(size, wanted + SPARE);
  let block: Float64Array[] = Array.from({ length: carried }, () => Float64Array.from({ length: size }, normal));
  let eigenvalues: number[] = [];
  orthonormalise(block);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const images = block.map((vector) => multiply(matrix, vector));
    const projected = block.map((a) => Float64Array.from(images, (image) => inner(a, image)));
    const { values, vectors } = rotateToEigenvectors(projected);
    const before = eigenvalues;
    eigenvalues = values;
    block = vectors.map((weights) => combine(images, weights));
    orthonormalise(block);
    if (before.length > 0 && values.slice(0, wanted).every((value, i) => Math.abs(value - before[i]!) <= STANDS * Math.abs(values[0]!))) break;
    yield;
  }
  const axes = Array.from({ length: wanted }, (_, i) => pointUp(block[i] ?? new Float64Array(size)));
  return { axes, eigenvalues: axes.map((_, i) => Math.max(0, eigenvalues[i] ?? 0)) };
}

/** An axis has no direction of its own: its largest coordinate is made positive, so that a picture is never mirrored. */
function pointUp(axis: Float64Array): Float64Array {
  let largest = 0;
  for (let d = 1; d < axis.length; d++) if (Math.abs(axis[d]!) > Math.abs(axis[largest]!) + 1e-12) largest = d;
  return axis[largest]! < 0 ? axis.map((value) => -value) : axis;
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += a[d]! * b[d]!;
  return sum;
}

function multiply(matrix: Float64Array, vector: Float64Array): Float64Array {
  const { length } = vector;
  return Float64Array.from(vector, (_, row) => inner(matrix.subarray(row * length, (row + 1) * length), vector));
}

function combine(vectors: readonly Float64Array[], weights: Float64Array): Float64Array {
  const sum = new Float64Array(vectors[0]?.length ?? 0);
  vectors.forEach((vector, i) => {
    for (let d = 0; d < sum.length; d++) sum[d]! += weights[i]! * vector[d]!;
  });
  return sum;
}

/** By Gram and Schmidt, each twice against rounding; what is left of a direction that the others span becomes zeros. */
function orthonormalise(block: Float64Array[]): void {
  block.forEach((vector, i) => {
    const before = Math.sqrt(inner(vector, vector));
    for (const earlier of [...block.slice(0, i), ...block.slice(0, i)]) {
      const share = inner(vector, earlier);
      for (let d = 0; d < vector.length; d++) vector[d]! -= share * earlier[d]!;
    }
    const length = Math.sqrt(inner(vector, vector));
    const scale = length > 1e-10 * before && length > 1e-150 ? 1 / length : 0;
    for (let d = 0; d < vector.length; d++) vector[d]! *= scale;
  });
}
