import { expect, it } from "vitest";
import { findExactNeighbours } from "@/lib/projection/neighbours/exact-neighbours";
import { findIndexNeighbours } from "./index-neighbours";
import { firstPoints, makeSyntheticPoints } from "./layout-points";

it("synthetic points have length 1, stand by image, and are the same each time", () => {
  const { vectors, dimensions, images } = makeSyntheticPoints(23);
  for (let i = 0; i < 23; i++) expect(Math.hypot(...vectors.subarray(i * dimensions, (i + 1) * dimensions))).toBeCloseTo(1, 6);
  expect([...images.subarray(0, 11)]).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2]);
  expect(firstPoints(makeSyntheticPoints(23), 10).vectors).toEqual(vectors.slice(0, 10 * dimensions));
});

it("the neighbours from an index are those of comparing all pairs", async () => {
  const { vectors, dimensions } = makeSyntheticPoints(300);
  const graph = await findIndexNeighbours(vectors, dimensions, 12, new AbortController().signal, () => undefined);
  const exact = findExactNeighbours({ values: vectors, dimensions }, 12);
  let found = 0;
  for (let e = 0; e < graph.neighbours.length; e++) if (exact.neighbours[e] === graph.neighbours[e]) found++;
  expect(found / graph.neighbours.length).toBeGreaterThan(0.99);
  for (let e = 0; e < 100; e++) expect(graph.distances[e]).toBeCloseTo(exact.distances[e] ?? NaN, 3);
});
