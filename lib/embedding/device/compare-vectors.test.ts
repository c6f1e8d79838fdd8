import { expect, it } from "vitest";
import { compareVectors } from "./compare-vectors";

it("gives the lowest cosine of the rows", () => {
  expect(compareVectors(Float32Array.of(1, 0, 0, 1), Float32Array.of(1, 0, 0.6, 0.8), 2)).toBeCloseTo(0.8, 6);
});

it("takes values that are no numbers, and matrices of other sizes, for unlike", () => {
  expect(compareVectors(Float32Array.of(1, 0, NaN, 1), Float32Array.of(1, 0, 0, 1), 2)).toBe(-1);
  expect(compareVectors(Float32Array.of(1, 0), Float32Array.of(1, 0, 0, 1), 2)).toBe(-1);
});
