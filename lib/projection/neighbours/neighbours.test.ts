import { describe, expect, it } from "vitest";
import { groupedVectors, scatteredPlaces } from "../testing/sample-points";
import { distanceOfCosine, findExactNeighbours } from "./exact-neighbours";
import { findPlaneNeighbours } from "./plane-neighbours";

/** The others of each point by distance, then by row. */
function bruteForce(count: number, distance: (i: number, j: number) => number, k: number): number[] {
  return Array.from({ length: count }, (_, i) => {
    const others = Array.from({ length: count }, (_, j) => j).filter((j) => j !== i);
    const sorted = others.map((j) => ({ j, d: distance(i, j) })).sort((a, b) => a.d - b.d || a.j - b.j);
    return Array.from({ length: k }, (_, n) => sorted[n]?.j ?? -1);
  }).flat();
}

describe("findExactNeighbours", () => {
  const { values, dimensions } = groupedVectors(80, 6, 1);
  const cosine = (i: number, j: number) => Array.from({ length: dimensions }, (_, d) => values[i * dimensions + d]! * values[j * dimensions + d]!).reduce((a, b) => a + b);

  it.each(["euclidean", "cosine", "spherical"] as const)("is what comparing all pairs gives (%s)", (distance) => {
    const { neighbours, distances, k } = findExactNeighbours({ values, dimensions }, 9, distance);
    expect([...neighbours]).toEqual(bruteForce(80, (i, j) => -cosine(i, j), 9));
    for (let e = 0; e < neighbours.length; e++) expect(distances[e]).toBeCloseTo(distanceOfCosine(cosine(Math.floor(e / k), neighbours[e]!), distance), 5);
  });

  it("knows angles", () => {
    expect(distanceOfCosine(0, "spherical")).toBeCloseTo(Math.PI / 2, 12);
    expect(distanceOfCosine(1.0000001, "spherical")).toBe(0);
    expect(distanceOfCosine(-1, "euclidean")).toBe(2);
    expect(distanceOfCosine(0.25, "cosine")).toBe(0.75);
  });

  it("gives fewer neighbours where there are fewer points", () => {
    expect(findExactNeighbours({ values: values.subarray(0, 18), dimensions }, 9).k).toBe(2);
    expect(findExactNeighbours({ values: values.subarray(0, 6), dimensions }, 9).k).toBe(0);
    expect(findExactNeighbours({ values: new Float32Array(0), dimensions }, 9)).toMatchObject({ count: 0, k: 0 });
  });
});

describe("findPlaneNeighbours", () => {
  const squared = (places: Float64Array) => (i: number, j: number) => (places[2 * i]! - places[2 * j]!) ** 2 + (places[2 * i + 1]! - places[2 * j + 1]!) ** 2;

  it.each([
    ["scattered", scatteredPlaces(700, 20, 1)],
    ["on a line", Float64Array.from({ length: 400 }, (_, i) => (i % 2 ? 3 : ((i >> 1) * 37) % 101))],
    ["on a lattice, with equal distances", Float64Array.from({ length: 512 }, (_, i) => (i % 2 ? (i >> 1) % 16 : Math.floor((i >> 1) / 16)))],
    ["with one far away", Float64Array.from({ length: 200 }, (_, i) => (i < 2 ? 1e6 : Math.sin(i * i)))],
    ["all in one spot", new Float64Array(60)],
  ])("is what comparing all pairs gives for points %s", (_, places) => {
    expect([...findPlaneNeighbours(places, 7)]).toEqual(bruteForce(places.length / 2, squared(places), 7));
  });

  it("leaves places empty where there are too few points", () => {
    expect([...findPlaneNeighbours(Float64Array.of(0, 0, 1, 1), 3)]).toEqual([1, -1, -1, 0, -1, -1]);
    expect([...findPlaneNeighbours(Float64Array.of(5, 5), 2)]).toEqual([-1, -1]);
    expect(findPlaneNeighbours(new Float64Array(0), 2)).toHaveLength(0);
  });

  it("takes 100 000 points in one spot without comparing all pairs", () => {
    expect(findPlaneNeighbours(new Float64Array(200_000), 3).subarray(0, 3)).toEqual(Int32Array.of(1, 2, 3));
  });
});
