import { describe, expect, it } from "vitest";
import { seededNormal } from "@/lib/core/random";
import { normaliseRows, row } from "@/lib/core/vector";
import { sampleRows } from "./sample-rows";
import { buildSmallIndex, recallOf } from "./small-index";

const dimensions = 24;
const vectors = normaliseRows(Float32Array.from({ length: 500 * dimensions }, seededNormal(1)), dimensions);
const { signal } = new AbortController();

describe("a sample of rows", () => {
  it("has each row at most once, the same for the same seed, and begins alike whatever its size", () => {
    const rows = sampleRows(1_000_000, 500, 7);
    expect(new Set(rows).size).toBe(500);
    expect(Math.max(...rows)).toBeLessThan(1_000_000);
    expect(sampleRows(1_000_000, 500, 7)).toEqual(rows);
    expect(sampleRows(1_000_000, 20, 7)).toEqual(rows.slice(0, 20));
    expect(sampleRows(1_000_000, 20, 8)).not.toEqual(rows.slice(0, 20));
  });

  it("has every row where as many are asked for", () => {
    expect(sampleRows(6, 10, 1).sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

describe("a small index", () => {
  it("holds the drawn rows, each at its place on the plane of the two principal components", async () => {
    const index = await buildSmallIndex({ vectors, dimensions }, { sample: 200, m: 6 }, signal);
    expect(index.rows).toEqual(sampleRows(500, 200, 1));
    index.rows.forEach((from, node) => {
      expect([...row(index.graph.vectors, node, dimensions)]).toEqual([...row(vectors, from, dimensions)]);
      const [x = NaN, y = NaN] = index.placeOf(row(vectors, from, dimensions));
      expect(x).toBeCloseTo(index.places[node]?.[0] ?? NaN, 6);
      expect(y).toBeCloseTo(index.places[node]?.[1] ?? NaN, 6);
    });
    for (const axis of [0, 1] as const) {
      const along = index.places.map((place) => place[axis]);
      expect([Math.min(...along), Math.max(...along)]).toEqual([0, 1]);
    }
  });

  it("measures that a search with a larger ef finds more and costs more", async () => {
    const { curve } = await buildSmallIndex({ vectors, dimensions }, { sample: 300, m: 4 }, signal);
    expect(curve?.map(({ ef }) => ef)).toEqual([10, 20, 40, 80, 160]);
    for (const measure of ["recall", "computations"] as const) {
      const values = curve?.map((point) => point[measure]) ?? [];
      expect(values).toEqual([...values].sort((a, b) => a - b));
    }
    expect(curve?.[4]?.recall).toBeGreaterThan(0.95);
    expect(curve?.[0]?.recall).toBeLessThan(curve?.[4]?.recall ?? 0);
  });

  it("has no curve where no rows are left to ask with, and is of all rows where there are few", async () => {
    const index = await buildSmallIndex({ vectors: vectors.slice(0, 5 * dimensions), dimensions }, { sample: 300, m: 6 }, signal);
    expect(index.rows).toHaveLength(5);
    expect(index.curve).toBeNull();
  });

  it("stops where nobody waits any more", async () => {
    await expect(buildSmallIndex({ vectors, dimensions }, { sample: 450, m: 16 }, AbortSignal.abort(new Error("gone")))).rejects.toThrow("gone");
  });
});

it("counts of the nearest in truth those that were found", () => {
  expect(recallOf([1, 2, 3], [3, 4])).toBe(0.5);
  expect(recallOf([], [])).toBe(1);
});
