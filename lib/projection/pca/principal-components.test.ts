import { describe, expect, it } from "vitest";
import { seededNormal } from "@/lib/core/random";
import { findPrincipalComponents, projectOnAxes } from "./principal-components";

const DIMENSIONS = 12;
const COUNT = 200;

/** Vectors with different spread along turned axes. */
function stretched(): Float32Array {
  const normal = seededNormal(5);
  const values = new Float32Array(COUNT * DIMENSIONS);
  for (let i = 0; i < COUNT; i++) {
    const own = Array.from({ length: DIMENSIONS }, (_, d) => normal() / (1 + d));
    for (let d = 0; d < DIMENSIONS; d++) values[i * DIMENSIONS + d] = own[d]! + 0.6 * own[(d + 3) % DIMENSIONS]! - 0.3 * own[(d + 7) % DIMENSIONS]! + 2;
  }
  return values;
}

/** Eigenvectors one after another: power iteration on the covariance, less what was found. */
function powerIteration(values: Float32Array, wanted: number): { axis: number[]; variance: number }[] {
  const mean = Array.from({ length: DIMENSIONS }, (_, d) => values.reduce((sum, value, at) => sum + (at % DIMENSIONS === d ? value : 0), 0) / COUNT);
  const covariance = mean.map((_, a) => mean.map((_, b) => Array.from({ length: COUNT }, (_, i) => (values[i * DIMENSIONS + a]! - mean[a]!) * (values[i * DIMENSIONS + b]! - mean[b]!)).reduce((x, y) => x + y) / COUNT));
  return Array.from({ length: wanted }, () => {
    let axis = mean.map((_, d) => 1 + d);
    let variance = 0;
    for (let round = 0; round < 3000; round++) {
      const image = covariance.map((row) => row.reduce((sum, value, d) => sum + value * axis[d]!, 0));
      variance = Math.hypot(...image);
      axis = image.map((value) => value / variance);
    }
    covariance.forEach((row, a) => row.forEach((_, b) => (row[b]! -= variance * axis[a]! * axis[b]!)));
    return { axis, variance };
  });
}

describe("findPrincipalComponents", () => {
  const values = stretched();

  it.each([2, 3])("finds the %i axes that power iteration finds", (components) => {
    const found = findPrincipalComponents({ values, dimensions: DIMENSIONS }, components);
    const expected = powerIteration(values, DIMENSIONS);
    const total = expected.reduce((sum, { variance }) => sum + variance, 0);
    found.axes.forEach((axis, i) => {
      const cosine = axis.reduce((sum, value, d) => sum + value * expected[i]!.axis[d]!, 0);
      expect(Math.abs(cosine)).toBeCloseTo(1, 6);
      expect(found.explained[i]).toBeCloseTo(expected[i]!.variance / total, 6);
      expect(Math.max(...axis)).toBe(Math.max(...axis.map(Math.abs)));
    });
    for (let a = 0; a < components; a++) {
      const along = Array.from({ length: COUNT }, (_, i) => found.coordinates[i * components + a]!);
      expect(along.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 4);
      expect(along.reduce((sum, value) => sum + value * value, 0) / COUNT).toBeCloseTo(expected[a]!.variance, 5);
    }
  });

  it("gives zeros where there is nothing along an axis", () => {
    for (const count of [0, 1, 4]) {
      const { coordinates, explained, axes } = findPrincipalComponents({ values: new Float32Array(count * 3).fill(0.3), dimensions: 3 }, 2);
      expect([...coordinates]).toEqual(Array.from({ length: 2 * count }, () => expect.closeTo(0, 12) as number));
      expect(explained).toEqual([0, 0]);
      expect(axes.flatMap((axis) => [...axis]).some(Number.isNaN)).toBe(false);
    }
    const line = findPrincipalComponents({ values: Float32Array.of(0, 0, 1, 1, 2, 2), dimensions: 2 }, 3);
    expect(line.explained[0]).toBeCloseTo(1, 12);
    expect([...line.coordinates].filter((_, i) => i % 3 !== 0).every((value) => Math.abs(value) < 1e-9)).toBe(true);
  });

  it("projects a vector where it has put the same one", () => {
    const { coordinates, mean, axes } = findPrincipalComponents({ values, dimensions: DIMENSIONS }, 2);
    expect(projectOnAxes({ values: values.subarray(5 * DIMENSIONS, 6 * DIMENSIONS), dimensions: DIMENSIONS }, mean, axes)).toEqual(coordinates.slice(10, 12));
  });
});
