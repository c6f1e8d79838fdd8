import { describe, expect, it } from "vitest";
import { seededNormal } from "@/lib/core/random";
import { frameOf } from "../frame";
import { findRegions } from "./find-regions";

const middles = [{ x: 0, y: 0 }, { x: 10, y: 2 }, { x: 3, y: 9 }];

/** Heaps of 300, 200 and 100 points, one after another. */
function heaps(): Float64Array {
  const normal = seededNormal(1);
  return Float64Array.from({ length: 1200 }, (_, e) => middles[e < 600 ? 0 : e < 1000 ? 1 : 2]![e % 2 === 0 ? "x" : "y"] + 0.7 * normal());
}

describe("findRegions", () => {
  const positions = heaps();
  const frame = frameOf(positions);
  const { x, y, points, starts } = findRegions(positions, frame, 16, 5);

  it("finds the heaps, the largest first, each with its own points", () => {
    expect(starts).toHaveLength(4);
    [[0, 300], [300, 500], [500, 600]].forEach(([from, to], region) => {
      const own = [...points.subarray(starts[region], starts[region + 1])];
      expect(own.every((point) => point >= from! && point < to!)).toBe(true);
      expect(own.length / (to! - from!)).toBeGreaterThan(0.95);
    });
  });

  it("has the middle of each where it is densest", () => {
    middles.forEach((middle, region) => {
      expect(Math.abs(frame.left + x[region]! * frame.side - middle.x)).toBeLessThan(0.5);
      expect(Math.abs(frame.low + y[region]! * frame.side - middle.y)).toBeLessThan(0.5);
    });
  });

  it("leaves out regions of too few points", () => expect(findRegions(positions, frame, 16, 150).starts).toHaveLength(3));

  it("takes points in one spot for one region", () => {
    const spot = new Float64Array(20).fill(4);
    expect([...findRegions(spot, frameOf(spot), 20, 1).starts]).toEqual([0, 10]);
  });
});
