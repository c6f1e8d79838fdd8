import { describe, expect, it } from "vitest";
import { seededRandom } from "@/lib/core/random";
import { relativeError, scatteredPlaces } from "../testing/sample-points";
import { CoarseTransfer } from "./coarse-transfer";
import { COARSENING, planGrid } from "./grid-plan";
import { originOf } from "./grid-repulsion";
import { gatherPotential, spreadCharges } from "./spline-grid";

const COUNT = 200;
const positions = scatteredPlaces(COUNT, 100, 1);
const fine = planGrid(2 * positions.reduce((most, value) => Math.max(most, Math.abs(value)), 0), 0.5);
const coarse = fine.coarse!;
const transfer = new CoarseTransfer(fine, coarse);
const origin = originOf(fine, 0);
const coarseOrigin = origin - (COARSENING - 1) * fine.spacing;

describe("CoarseTransfer", () => {
  it("collects charges as if they had been spread on the coarse grid", () => {
    const spread = new Float64Array(fine.nodes ** 2);
    spreadCharges(spread, fine.nodes, positions, origin, origin, 1 / fine.spacing, 0, fine.nodes);
    const collected = new Float64Array(coarse.nodes ** 2);
    transfer.restrict(spread, collected, 0, coarse.nodes);
    const wanted = new Float64Array(coarse.nodes ** 2);
    spreadCharges(wanted, coarse.nodes, positions, coarseOrigin, coarseOrigin, 1 / coarse.spacing, 0, coarse.nodes);
    expect(relativeError(collected, wanted)).toBeLessThan(1e-12);
  });

  it("adds a potential that is read on the fine grid as on the coarse one", () => {
    const potential = Float64Array.from({ length: coarse.nodes ** 2 }, seededRandom(2));
    const field = new Float64Array(fine.nodes ** 2).fill(1);
    transfer.prolong(potential, field, 0, fine.nodes);
    const read = (from: Float64Array, { nodes, spacing }: typeof coarse, at: number) => {
      const [gradient, value] = [new Float64Array(2 * COUNT), new Float64Array(COUNT)];
      gatherPotential(from, nodes, positions, at, at, 1 / spacing, 0, COUNT, gradient, value);
      return { gradient, value };
    };
    const [found, wanted] = [read(field, fine, origin), read(potential, coarse, coarseOrigin)];
    expect(relativeError(found.gradient, wanted.gradient)).toBeLessThan(1e-12);
    expect(relativeError(found.value, wanted.value.map((value) => value + 1))).toBeLessThan(1e-12);
  });
});
