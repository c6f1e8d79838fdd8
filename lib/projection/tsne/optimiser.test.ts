import { describe, expect, it } from "vitest";
import { findExactNeighbours } from "../neighbours/exact-neighbours";
import { groupedVectors, scatteredPlaces } from "../testing/sample-points";
import { calibrateRows } from "./calibrate-rows";
import { createJointAffinities, rearrangeAffinities, symmetriseRows } from "./joint-affinities";
import { Optimiser } from "./optimiser";
import { completeParameters } from "./parameters";
import { createTsneMemory, divideRanges } from "./tsne-memory";

const COUNT = 30;
const K = 12;
const graph = findExactNeighbours(groupedVectors(COUNT, 6, 1), K);
const conditional = new Float32Array(COUNT * K);
calibrateRows(graph, K, 4, conditional, 0, COUNT);

function prepare(positions: Float64Array, exact: boolean) {
  const joint = createJointAffinities({ neighbours: graph.neighbours.slice(), stride: K, k: K, shares: new Float32Array(COUNT * K) }, false);
  symmetriseRows(joint, conditional, 0, COUNT);
  rearrangeAffinities(joint, Int32Array.from({ length: COUNT }, (_, i) => i));
  const memory = createTsneMemory(joint, 1, exact);
  divideRanges(memory);
  memory.positions.set(positions);
  return memory;
}

/** Σ p·log(p / q) over all pairs, as it is defined. */
function divergenceOf(positions: Float64Array): number {
  const dense = new Float64Array(COUNT * COUNT);
  for (let i = 0; i < COUNT; i++) {
    for (let j = 0; j < K; j++) {
      const other = graph.neighbours[i * K + j]!;
      dense[i * COUNT + other]! += conditional[i * K + j]! / (2 * COUNT);
      dense[other * COUNT + i]! += conditional[i * K + j]! / (2 * COUNT);
    }
  }
  const near = (i: number, j: number) => 1 / (1 + (positions[2 * i]! - positions[2 * j]!) ** 2 + (positions[2 * i + 1]! - positions[2 * j + 1]!) ** 2);
  let normalisation = 0;
  for (let i = 0; i < COUNT; i++) for (let j = 0; j < COUNT; j++) if (i !== j) normalisation += near(i, j);
  let sum = 0;
  for (let i = 0; i < COUNT; i++) for (let j = 0; j < COUNT; j++) if (dense[i * COUNT + j]! > 0) sum += dense[i * COUNT + j]! * Math.log((dense[i * COUNT + j]! * normalisation) / near(i, j));
  return sum;
}

describe("Optimiser", () => {
  const positions = scatteredPlaces(COUNT, 4, 2);

  it.each([
    ["exact", true, 8],
    ["grid", false, 3],
  ])("finds the KL divergence as it is defined (%s)", (_, exact, digits) => {
    const memory = prepare(positions, exact);
    expect(new Optimiser(memory, completeParameters(COUNT, K, { perplexity: 4 }), 0).divergence()).toBeCloseTo(divergenceOf(positions), Math.min(digits, 6));
  });

  it.each([
    ["exact", true, 4],
    ["grid", false, 2],
  ])("steps down the slope of the KL divergence, by finite differences (%s)", (_, exact, digits) => {
    const memory = prepare(positions, exact);
    // Without momentum a step is −rate × gain × slope; a velocity of 0 counts as turned against a positive slope only.
    const rate = 1e-3;
    new Optimiser(memory, completeParameters(COUNT, K, { perplexity: 4, earlyIterations: 0, learningRate: rate, momentum: 0 }), 0).iterate(0);
    const step = 1e-5;
    for (let i = 0; i < 2 * COUNT; i++) {
      const moved = (by: number) => divergenceOf(positions.map((value, at) => (at === i ? value + by : value)));
      const slope = (moved(step) - moved(-step)) / (2 * step);
      const gain = slope > 0 ? 1.2 : 0.8;
      expect(memory.velocities[i]! / rate).toBeCloseTo(-gain * slope, digits);
      expect(memory.positions[i]).toBeCloseTo(positions[i]! - rate * gain * slope, 4);
    }
  });
});
