import { countOf, type Vectors } from "../neighbours/vectors";
import type { Steps } from "../turns";

/** Rows that a covariance is estimated from: with some thousand, the first axes of captions no longer turn. */
export const MOST_ROWS = 6000;

export interface Covariance {
  mean: Float64Array;
  /** dimensions × dimensions, symmetric. */
  matrix: Float64Array;
}

/** Mean and covariance of the vectors, or of MOST_ROWS of them evenly spread where there are more. Zeros where there are none. A step a row. */
export function* estimateCovariance(vectors: Vectors): Steps<Covariance> {
  const { values, dimensions } = vectors;
  const count = countOf(vectors);
  const used = Math.min(count, MOST_ROWS);
  const rowAt = (i: number) => Math.floor((i * count) / used) * dimensions;
  const mean = new Float64Array(dimensions);
  for (let i = 0; i < used; i++) for (let d = 0, at = rowAt(i); d < dimensions; d++) mean[d]! += values[at + d]! / used;
  const matrix = new Float64Array(dimensions * dimensions);
  const centred = new Float64Array(dimensions);
  for (let i = 0; i < used; i++) {
    for (let d = 0, at = rowAt(i); d < dimensions; d++) centred[d] = values[at + d]! - mean[d]!;
    addOuterProduct(matrix, centred);
    yield;
  }
  for (let a = 0; a < dimensions; a++) {
    for (let b = a; b < dimensions; b++) matrix[b * dimensions + a] = matrix[a * dimensions + b]! /= Math.max(1, used);
  }
  return { mean, matrix };
}

/** The upper triangle alone. */
function addOuterProduct(matrix: Float64Array, vector: Float64Array): void {
  const { length } = vector;
  for (let a = 0; a < length; a++) {
    const factor = vector[a]!;
    for (let b = a, at = a * length + a; b < length; b++, at++) matrix[at]! += factor * vector[b]!;
  }
}
