import { describe, expect, it } from "vitest";
import { relativeError, scatteredPlaces } from "../testing/sample-points";
import { repelExactly } from "./exact-repulsion";
import { FFT_LENGTHS } from "./fft";
import { LARGEST_PLAN, planGrid, REACH } from "./grid-plan";
import { createGridMemory, GridRepulsion } from "./grid-repulsion";

/** Potential of all points at a place, term by term. */
function potentialAt(positions: Float64Array, x: number, y: number): number {
  let sum = 0;
  for (let i = 0; i < positions.length; i += 2) sum += 1 / (1 + (x - positions[i]!) ** 2 + (y - positions[i + 1]!) ** 2);
  return sum;
}

function exact(positions: Float64Array) {
  const gradient = new Float64Array(positions.length);
  const potential = new Float64Array(positions.length / 2);
  repelExactly(positions, gradient, potential);
  return { gradient, potential };
}

function span(positions: Float64Array): number {
  return 2 * positions.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function onGrid(positions: Float64Array, spacing: number) {
  const gradient = new Float64Array(positions.length);
  const potential = new Float64Array(positions.length / 2);
  const plan = planGrid(span(positions), spacing);
  new GridRepulsion(createGridMemory(false, plan), 0, 1, () => undefined).compute(positions, plan, 0, 0, 0, positions.length / 2, gradient, potential);
  return { gradient, potential };
}

describe("repelExactly", () => {
  it("gives the sum over all pairs, and its gradient by finite differences", () => {
    const positions = scatteredPlaces(40, 5, 1);
    const { gradient, potential } = exact(positions);
    const step = 1e-6;
    for (let i = 0; i < 40; i++) {
      const [x, y] = [positions[2 * i]!, positions[2 * i + 1]!];
      expect(potential[i]).toBeCloseTo(potentialAt(positions, x, y), 10);
      expect(gradient[2 * i]).toBeCloseTo((potentialAt(positions, x + step, y) - potentialAt(positions, x - step, y)) / (2 * step), 6);
      expect(gradient[2 * i + 1]).toBeCloseTo((potentialAt(positions, x, y + step) - potentialAt(positions, x, y - step)) / (2 * step), 6);
    }
  });
});

describe("GridRepulsion", () => {
  it.each([
    ["a layout at its start", 1e-4, 2e-3],
    ["a small one", 4, 5e-3],
    ["a grown one", 40, 0.05],
    ["one with a coarse grid", 80, 0.07],
  ])("comes near the exact sum on %s", (_, radius, most) => {
    const positions = scatteredPlaces(1500, radius, 2);
    if (radius < 1) positions.forEach((value, i) => (positions[i] = value * 1e-4));
    const wanted = exact(positions);
    const found = onGrid(positions, 0.5);
    expect(relativeError(found.gradient, wanted.gradient)).toBeLessThan(most);
    expect(relativeError(found.potential, wanted.potential)).toBeLessThan(most);
  });

  it("comes nearer with a finer grid, by far more than the spacing", () => {
    const positions = scatteredPlaces(600, 12, 3);
    const wanted = exact(positions);
    const [coarse = 0, fine = 0] = [0.5, 0.25].map((spacing) => relativeError(onGrid(positions, spacing).gradient, wanted.gradient));
    expect(coarse / fine).toBeGreaterThan(8);
  });

  it("reads nothing of an earlier, larger layout", () => {
    const [large, small] = [scatteredPlaces(300, 100, 4), scatteredPlaces(300, 2, 5)];
    const repulsion = new GridRepulsion(createGridMemory(false), 0, 1, () => undefined);
    const [gradient, potential] = [new Float64Array(600), new Float64Array(300)];
    for (const positions of [large, small]) repulsion.compute(positions, planGrid(span(positions), 0.5), 0, 0, 0, 300, gradient, potential);
    expect(gradient).toEqual(onGrid(small, 0.5).gradient);
  });
});

describe("planGrid", () => {
  it("covers the layout with its splines and keeps to the spacing", () => {
    for (const wide of [0, 1e-4, 3, 8, 20, 55, 130, 400, 900]) {
      const { length, nodes, spacing, coarse } = planGrid(wide, 0.5);
      expect(FFT_LENGTHS).toContain(length);
      expect((nodes - 4) * spacing).toBeGreaterThanOrEqual(wide * (1 - 1e-9));
      expect(spacing).toBeLessThanOrEqual(0.5);
      expect(nodes + (coarse ? REACH : nodes)).toBeLessThanOrEqual(length - 8);
      if (coarse) expect(2 * coarse.nodes).toBeLessThan(coarse.length);
    }
  });

  it("widens the spacing only where the largest grid is too small", () => {
    const { nodes, spacing } = planGrid(5000, 0.5);
    expect(nodes).toBe(LARGEST_PLAN.nodes);
    expect(spacing).toBeGreaterThan(0.5);
  });
});
