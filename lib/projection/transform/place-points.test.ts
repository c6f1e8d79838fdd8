import { describe, expect, it } from "vitest";
import { findExactNeighbours } from "../neighbours/exact-neighbours";
import { createNeighbourGraph } from "../neighbours/neighbour-graph";
import { groupedVectors, scatteredPlaces } from "../testing/sample-points";
import { layOutHere } from "../tsne/lay-out-here";
import { placePoints } from "./place-points";
import { PotentialField } from "./potential-field";

const vectors = groupedVectors(400, 16, 1);
const graph = findExactNeighbours(vectors, 60);
const { positions } = await layOutHere({ graph, initial: null }, { iterations: 400 });

/** Some points as if they were new, with the neighbours that they have. */
function asNew(points: number[], k = 15) {
  const nearest = createNeighbourGraph(points.length, k);
  points.forEach((point, i) => {
    nearest.neighbours.set(graph.neighbours.subarray(point * 60, point * 60 + k), i * k);
    nearest.distances.set(graph.distances.subarray(point * 60, point * 60 + k), i * k);
  });
  return nearest;
}

const gap = (a: Float64Array, i: number, b: Float64Array, j: number) => Math.hypot(a[2 * i]! - b[2 * j]!, a[2 * i + 1]! - b[2 * j + 1]!);

describe("placePoints", () => {
  it("places a point beside its group, and moves no other", () => {
    const points = Array.from({ length: 80 }, (_, i) => 5 * i);
    const before = positions.slice();
    const placed = placePoints(asNew(points), positions);
    expect(positions).toEqual(before);
    const near = points.filter((point, i) => {
      const distances = Array.from({ length: 400 }, (_, j) => ({ j, d: gap(placed, i, positions, j) })).sort((a, b) => a.d - b.d);
      return distances.slice(0, 2).every(({ j }) => Math.floor(j / 5) === point / 5);
    });
    expect(near.length).toBeGreaterThan(72);
  });

  it("places each point as if it were alone", () => {
    const together = placePoints(asNew([3, 50, 90]), positions);
    expect(together.slice(2, 4)).toEqual(placePoints(asNew([50]), positions));
  });

  it("places a point without neighbours in the middle, and many on an empty layout nowhere", () => {
    const field = new PotentialField(positions);
    expect([...placePoints(createNeighbourGraph(1, 5), positions, field)]).toEqual([(field.left + field.right) / 2, (field.low + field.high) / 2]);
    expect([...placePoints(createNeighbourGraph(1, 5), new Float64Array(0))]).toEqual([0, 0]);
    expect(placePoints(createNeighbourGraph(0, 5), positions)).toHaveLength(0);
  });

  it("refuses neighbours that are no points, and NaN", () => {
    const wrong = asNew([1]);
    wrong.neighbours[2] = 400;
    expect(() => placePoints(wrong, positions)).toThrow(/none of 400 points/);
    const damaged = asNew([1]);
    damaged.distances[2] = NaN;
    expect(() => placePoints(damaged, positions)).toThrow(/NaN/);
  });
});

describe("PotentialField", () => {
  it("is the sum over all points, also from the grid", () => {
    const places = scatteredPlaces(2000, 25, 3);
    const field = new PotentialField(places);
    for (const [x, y] of [[0, 0], [5.3, -7.1], [-11, 2.5]] as const) {
      let value = 0;
      let slope = 0;
      for (let i = 0; i < places.length; i += 2) {
        const [dx, dy] = [x - places[i]!, y - places[i + 1]!];
        const q = 1 / (1 + dx * dx + dy * dy);
        value += q;
        slope -= 2 * q * q * dx;
      }
      const found = field.at(x, y);
      expect(found.value / value).toBeCloseTo(1, 2);
      expect(Math.abs(found.x - slope) / Math.hypot(found.x, found.y)).toBeLessThan(0.05);
    }
  });
});
