import { describe, expect, it } from "vitest";
import { findExactNeighbours } from "../neighbours/exact-neighbours";
import { groupedVectors } from "../testing/sample-points";
import { calibrateRows } from "./calibrate-rows";
import { createJointAffinities, invert, rearrangeAffinities, symmetriseRows } from "./joint-affinities";

const COUNT = 60;
const K = 18;
const graph = findExactNeighbours(groupedVectors(COUNT, 8, 1), K);

function calibrated(perplexity: number): Float32Array {
  const conditional = new Float32Array(COUNT * K);
  calibrateRows(graph, K, perplexity, conditional, 0, COUNT);
  return conditional;
}

describe("calibrateRows", () => {
  it.each([2, 6, 15])("gives every row the perplexity %d", (perplexity) => {
    const conditional = calibrated(perplexity);
    for (let i = 0; i < COUNT; i++) {
      const row = [...conditional.subarray(i * K, (i + 1) * K)];
      expect(row.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5);
      expect(Math.exp(-row.reduce((sum, p) => sum + (p > 0 ? p * Math.log(p) : 0), 0))).toBeCloseTo(perplexity, 2);
      // A Gaussian: log p falls in proportion to the squared distance.
      const [d0 = 0, d1 = 0, d2 = 0] = [...graph.distances.subarray(i * K, i * K + 3)].map((d) => d * d);
      const [p0 = 0, p1 = 0, p2 = 0] = row.map(Math.log);
      expect((p0 - p1) * (d2 - d0)).toBeCloseTo((p0 - p2) * (d1 - d0), 3);
    }
  });

  it("ends with uniform rows where all distances are alike, or all are 0", () => {
    for (const distance of [0, 0.7]) {
      const conditional = new Float32Array(4 * 3);
      calibrateRows({ count: 4, k: 3, neighbours: Int32Array.of(1, 2, 3, 0, 2, 3, 0, 1, 3, 0, 1, 2), distances: new Float32Array(12).fill(distance) }, 3, 2, conditional, 0, 4);
      for (const p of conditional) expect(p).toBeCloseTo(1 / 3, 6);
    }
  });

  it("passes over missing neighbours", () => {
    const conditional = new Float32Array(6);
    calibrateRows({ count: 2, k: 3, neighbours: Int32Array.of(1, -1, -1, -1, -1, -1), distances: new Float32Array(6) }, 3, 2, conditional, 0, 2);
    expect([...conditional]).toEqual([1, 0, 0, 0, 0, 0]);
  });
});

describe("joint affinities", () => {
  it.each([
    ["as they come", Int32Array.from({ length: COUNT }, (_, i) => i)],
    ["in another order", Int32Array.from({ length: COUNT }, (_, i) => (i * 7) % COUNT)],
  ])("is (P + Pᵀ) / 2n with the points %s", (_, order) => {
    const k = 12;
    const conditional = new Float32Array(COUNT * k);
    calibrateRows(graph, k, 4, conditional, 0, COUNT);
    const dense = new Float64Array(COUNT * COUNT);
    for (let i = 0; i < COUNT; i++) for (let j = 0; j < k; j++) dense[i * COUNT + graph.neighbours[i * K + j]!] = conditional[i * k + j]!;
    const joint = createJointAffinities({ neighbours: graph.neighbours.slice(), stride: K, k, shares: new Float32Array(COUNT * k) }, false);
    symmetriseRows(joint, conditional, 0, COUNT);
    rearrangeAffinities(joint, order);
    let sum = 0;
    for (let a = 0; a < COUNT; a++) {
      const row = new Map<number, number>();
      for (let j = 0; j < k; j++) row.set(joint.neighbours[a * K + j]!, Math.abs(joint.shares[a * k + j]!));
      for (let e = joint.offsets[a]!; e < joint.offsets[a + 1]!; e++) row.set(joint.columns[e]!, joint.weights[e]!);
      expect(row.size).toBe(k + joint.offsets[a + 1]! - joint.offsets[a]!);
      for (let b = 0; b < COUNT; b++) {
        const [i, j] = [order[a]!, order[b]!];
        expect(row.get(b) ?? 0).toBeCloseTo((dense[i * COUNT + j]! + dense[j * COUNT + i]!) / (2 * COUNT), 8);
        sum += row.get(b) ?? 0;
      }
    }
    expect(sum).toBeCloseTo(1, 5);
  });

  it("name the neighbours as they stood once points have their own numbers as places again", () => {
    const order = Int32Array.from({ length: COUNT }, (_, i) => (i * 7 + 3) % COUNT);
    const joint = createJointAffinities({ neighbours: graph.neighbours.slice(), stride: K, k: K, shares: graph.distances.slice() }, false);
    rearrangeAffinities(joint, order);
    rearrangeAffinities(joint, invert(order));
    expect(joint.neighbours).toEqual(graph.neighbours);
    expect(joint.shares).toEqual(graph.distances);
  });
});
