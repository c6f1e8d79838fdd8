import { describe, expect, it } from "vitest";
import { cutRows, dot, normaliseRows, row } from "./vector";

describe("normaliseRows", () => {
  it("brings every row to length 1, in place, and leaves a row of zeros", () => {
    const matrix = Float32Array.of(3, 4, 0, 0, 0, -2);
    expect(normaliseRows(matrix, 2)).toBe(matrix);
    expect(matrix).toEqual(Float32Array.of(0.6, 0.8, 0, 0, 0, -1));
  });
});

describe("cutRows", () => {
  const matrix = normaliseRows(Float32Array.of(3, 4, 12, 1, 0, 1), 3);

  it("keeps the first values of every row and brings them to length 1", () => {
    const cut = cutRows(matrix, 3, 2);
    expect(Array.from(cut, (value) => Math.round(value * 1e6) / 1e6)).toEqual([0.6, 0.8, 1, 0]);
    for (const r of [0, 1]) expect(dot(row(cut, r, 2), row(cut, r, 2))).toBeCloseTo(1, 6);
  });

  it("gives the matrix itself where nothing is cut", () => {
    expect(cutRows(matrix, 3, 3)).toBe(matrix);
  });
});
