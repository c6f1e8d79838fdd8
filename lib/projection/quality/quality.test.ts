import { describe, expect, it } from "vitest";
import { findExactNeighbours } from "../neighbours/exact-neighbours";
import { findPlaneNeighbours } from "../neighbours/plane-neighbours";
import { groupedVectors, scatteredPlaces } from "../testing/sample-points";
import { groupShare } from "./group-share";
import { measureQuality } from "./measure-quality";
import { neighbourShare } from "./neighbour-share";
import { trustworthiness } from "./trustworthiness";

const COUNT = 120;
const vectors = groupedVectors(COUNT, 6, 1);
const graph = findExactNeighbours(vectors, 30);
const positions = scatteredPlaces(COUNT, 10, 2);
const layout = { neighbours: findPlaneNeighbours(positions, 30), k: 30 };
const row = ({ neighbours, k }: { neighbours: Int32Array; k: number }, i: number, first: number) => [...neighbours.subarray(i * k, i * k + first)];

/** As Venna and Kaski write it, with the rank of every point. */
function trustOfAll(k: number): number {
  const everybody = findExactNeighbours(vectors, COUNT - 1);
  let penalty = 0;
  for (let i = 0; i < COUNT; i++) for (const j of row(layout, i, k)) penalty += Math.max(0, row(everybody, i, COUNT - 1).indexOf(j) + 1 - k);
  return 1 - (2 * penalty) / (COUNT * k * (2 * COUNT - 3 * k - 1));
}

describe("neighbourShare", () => {
  it("counts the neighbours that both spaces have", () => {
    for (const [few, many] of [[10, 10], [10, 30], [3, 5]] as const) {
      const shared = Array.from({ length: COUNT }, (_, i) => row(graph, i, few).filter((j) => row(layout, i, many).includes(j)).length);
      expect(neighbourShare(graph, few, layout, many)).toBeCloseTo(shared.reduce((a, b) => a + b) / (COUNT * few), 12);
    }
    expect(neighbourShare(graph, 10, layout, 10)).toBe(neighbourShare(layout, 10, graph, 10));
    expect(neighbourShare(graph, 10, graph, 10)).toBe(1);
  });
});

describe("trustworthiness", () => {
  it("is that of all ranks where the sample is everybody", () => {
    expect(trustworthiness(vectors, layout, 5, { points: COUNT, references: COUNT, seed: 0 })).toBeCloseTo(trustOfAll(5), 12);
    expect(trustworthiness(vectors, graph, 10)).toBe(1);
  });

  it("comes near it with a sample, the same for the same seed", () => {
    const sampled = trustworthiness(vectors, layout, 5, { points: 60, references: 60, seed: 1 });
    expect(sampled).toBeCloseTo(trustOfAll(5), 1);
    expect(trustworthiness(vectors, layout, 5, { points: 60, references: 60, seed: 1 })).toBe(sampled);
  });

  it("is null where there are too few points", () => expect(trustworthiness({ values: new Float32Array(4), dimensions: 2 }, { neighbours: Int32Array.of(1, 0), k: 1 }, 10)).toBeNull());
});

describe("groupShare", () => {
  it("counts members of the group among the nearest, of as many as there are", () => {
    expect(groupShare({ neighbours: Int32Array.of(1, 2, 0, 2, 0, 1, 0, 1), k: 2 }, [7, 7, 8, 9], 2)).toBe(1);
    expect(groupShare({ neighbours: Int32Array.of(1, 2, 2, 0, 3, 1, 2, 0), k: 2 }, [7, 7, 8, 8], 1)).toBe(0.75);
    expect(groupShare({ neighbours: Int32Array.of(1, 0), k: 1 }, [1, 2])).toBeNull();
  });

  it("is what counting gives", () => {
    const together = Array.from({ length: COUNT }, (_, i) => row(layout, i, 4).filter((j) => Math.floor(j / 5) === Math.floor(i / 5)).length);
    expect(groupShare(layout, vectors.groups)).toBeCloseTo(together.reduce((a, b) => a + b) / (4 * COUNT), 12);
  });
});

it("measureQuality tells all of it", () => {
  const quality = measureQuality({ graph, positions, vectors, groups: vectors.groups, divergence: 1.5 });
  expect(quality).toMatchObject({ divergence: 1.5, sameGroup: groupShare(layout, vectors.groups), neighboursKept: neighbourShare(graph, 10, layout, 10) });
  expect(quality.neighboursFound).toBeGreaterThanOrEqual(quality.neighboursKept);
  expect(quality.neighboursTrue).toBeGreaterThanOrEqual(quality.neighboursKept);
});
