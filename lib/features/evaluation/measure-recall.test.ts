import { describe, expect, it } from "vitest";
import { everyNthRow } from "./choose-queries";
import { answerExactly, measureIndex, measureSearch } from "./measure-recall";

const dimensions = 16;

/** Reproducible vectors of length 1, spread evenly. */
function spreadVectors(count: number): Float32Array {
  const vectors = Float32Array.from({ length: count * dimensions }, (_, i) => Math.sin(i * i * 0.37 + i) + Math.cos(i * 1.7));
  for (let at = 0; at < vectors.length; at += dimensions) {
    const length = Math.hypot(...vectors.subarray(at, at + dimensions));
    for (let i = at; i < at + dimensions; i++) vectors[i] = (vectors[i] as number) / length;
  }
  return vectors;
}

const vectors = spreadVectors(1500);
const exact = answerExactly(vectors, everyNthRow(vectors, dimensions, 50), dimensions, 10);

describe("recall", () => {
  it("is 1 where the candidate list holds every row, and less where it is short", async () => {
    const { searches, count, bytes } = await measureIndex(vectors, dimensions, { m: 16, efConstruction: 100 }, [10, 1500], exact);
    expect(count).toBe(1500);
    expect(bytes).toBeGreaterThan(vectors.byteLength);
    expect(searches[1]?.recall).toBe(1);
    expect(searches[0]?.recall).toBeLessThan(1);
  });

  it("counts the share of the nearest rows found, and any of several rows that are alike", () => {
    const alike = Float32Array.from([...vectors.subarray(0, dimensions), ...vectors.subarray(0, dimensions), ...vectors.subarray(dimensions, 3 * dimensions)]);
    const one = answerExactly(alike, vectors.subarray(0, dimensions), dimensions, 1);
    const finds = (row: number) => ({ dimensions, count: 4, search: () => ({ rows: Uint32Array.of(row), scores: Float32Array.of(1) }) });
    expect([0, 1, 2].map((row) => measureSearch(finds(row), alike, one, 1).recall)).toEqual([1, 1, 0]);
  });
});

it("queries are taken from the whole of a matrix", () => {
  const rows = Float32Array.from({ length: 20 }, (_, i) => i);
  expect([...everyNthRow(rows, 2, 3)]).toEqual([0, 1, 6, 7, 12, 13]);
  expect(everyNthRow(rows, 2, 99)).toEqual(rows);
});
