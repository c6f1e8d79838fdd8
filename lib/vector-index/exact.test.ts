import { describe, expect, it } from "vitest";
import { dot, row } from "@/lib/core/vector";
import { exactTopK } from "./exact";
import { clusteredVectors } from "./testing/clustered-vectors";

describe("exactTopK", () => {
  const vectors = clusteredVectors(500, 23, 1);
  const query = row(clusteredVectors(1, 23, 2), 0, 23);
  const ranking = Array.from({ length: 500 }, (_, i) => i).sort((a, b) => dot(row(vectors, b, 23), query) - dot(row(vectors, a, 23), query));

  it("gives the rows that sorting all scores gives", () => {
    const { rows, scores } = exactTopK(vectors, query, 40);
    expect([...rows]).toEqual(ranking.slice(0, 40));
    expect(scores[7]).toBeCloseTo(dot(row(vectors, ranking[7] as number, 23), query), 6);
  });

  it("looks only at the rows it is given", () => {
    const given = ranking.filter((r) => r % 7 === 0);
    expect([...exactTopK(vectors, query, 5, Uint32Array.from(given).sort()).rows]).toEqual(given.slice(0, 5));
  });

  it("gives equal scores in the order of rows", () => {
    const same = Float32Array.from([0, 1, 1, 0, 1, 0, 1, 0, 1, 0]);
    expect([...exactTopK(same, Float32Array.from([1, 0]), 3).rows]).toEqual([1, 2, 3]);
  });

  it("gives all rows where k is larger, and none for k = 0", () => {
    expect(exactTopK(vectors, query, 1000).rows).toHaveLength(500);
    expect(exactTopK(vectors, query, 0).rows).toHaveLength(0);
  });

  it("refuses a matrix of other dimensions", () => {
    expect(() => exactTopK(vectors, new Float32Array(22), 1)).toThrow(/cannot be searched with 22 dimensions/);
  });
});
