import { checkVectors, countOf, type Vectors } from "../neighbours/vectors";
import { finish, type Steps } from "../turns";
import { estimateCovariance } from "./covariance";
import { findLeadingAxes } from "./leading-axes";

export interface PrincipalComponents {
  /** n × components, row-major: the vectors on the axes, less their mean. */
  coordinates: Float64Array;
  components: number;
  mean: Float64Array;
  /** Of length 1 and perpendicular, by falling variance; the largest coordinate of each is positive. Zeros where there are fewer directions. */
  axes: Float64Array[];
  /** Share of the variance that lies along each axis; 0 where nothing varies. */
  explained: number[];
}

/**
 * Principal components. The same vectors always give the same picture. Of more than some thousand rows, axes are estimated from an even sample.
 * @param components 2 or 3 for pictures
 * @throws AppError `bad_input` where values do not make whole rows, or one is NaN, naming its row
 */
export const findPrincipalComponents = (vectors: Vectors, components: number): PrincipalComponents => finish(principalComponentSteps(vectors, components));

/** findPrincipalComponents, in steps of a millisecond or two. */
export function* principalComponentSteps(vectors: Vectors, components: number): Steps<PrincipalComponents> {
  checkVectors(vectors);
  const { dimensions } = vectors;
  const { mean, matrix } = yield* estimateCovariance(vectors);
  const { axes, eigenvalues } = yield* findLeadingAxes(matrix, dimensions, components);
  let variance = 0;
  for (let d = 0; d < dimensions; d++) variance += matrix[d * dimensions + d]!;
  const explained = eigenvalues.map((value) => (variance > 0 ? Math.min(1, value / variance) : 0));
  return { coordinates: projectOnAxes(vectors, mean, axes), components, mean, axes, explained };
}

/** Other vectors on the same axes, n × axes.length: places a query on a picture of principal components. */
export function projectOnAxes(vectors: Vectors, mean: Float64Array, axes: readonly Float64Array[]): Float64Array {
  const { values, dimensions } = vectors;
  const count = countOf(vectors);
  const coordinates = new Float64Array(count * axes.length);
  axes.forEach((axis, a) => {
    for (let i = 0; i < count; i++) {
      let sum = 0;
      for (let d = 0, at = i * dimensions; d < dimensions; d++) sum += (values[at + d]! - mean[d]!) * axis[d]!;
      coordinates[i * axes.length + a] = sum;
    }
  });
  return coordinates;
}
