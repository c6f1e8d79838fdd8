import { describe, expect, it } from "vitest";
import { isInside } from "@/lib/features/caption-map/area";
import { along, boxOf, isArea, MOST_CORNERS, thinOut } from "./polygon";

const arrow = [{ x: 0, y: 0 }, { x: 1, y: 0 }, { x: 1, y: 1 }, { x: 0.5, y: 0.4 }, { x: 0, y: 1 }];

describe("an area", () => {
  it("is a box between two corners, whichever they are", () => {
    for (const box of [boxOf({ x: 0.2, y: 0.8 }, { x: 0.4, y: 0.6 }), boxOf({ x: 0.4, y: 0.6 }, { x: 0.2, y: 0.8 })]) {
      expect(isInside(box, 0.3, 0.7)).toBe(true);
      expect(isInside(box, 0.3, 0.5)).toBe(false);
    }
  });

  it("drawn by hand keeps its shape with fewer corners", () => {
    const circle = Array.from({ length: 1000 }, (_, i) => ({ x: 0.5 + 0.3 * Math.cos(i / 159.15), y: 0.5 + 0.3 * Math.sin(i / 159.15) }));
    const thin = thinOut(circle);
    expect(thin).toHaveLength(MOST_CORNERS);
    expect(isInside(thin, 0.79, 0.5)).toBe(true);
    expect(isInside(thin, 0.81, 0.5)).toBe(false);
    expect(thinOut(arrow)).toBe(arrow);
  });

  it("of a slip of the hand is no area", () => {
    expect(isArea(arrow, 100)).toBe(true);
    expect(isArea(arrow, 3)).toBe(false);
    expect(isArea(arrow.slice(0, 2), 100)).toBe(false);
    expect(isArea([{ x: 0, y: 0 }, { x: 1, y: 0 }, { x: 0.5, y: 0 }], 100)).toBe(false);
  });
});

describe("a line", () => {
  it("has its stops evenly from end to end", () => {
    expect(along({ x: 0, y: 1 }, { x: 1, y: 0 }, 5)).toEqual([{ x: 0, y: 1 }, { x: 0.25, y: 0.75 }, { x: 0.5, y: 0.5 }, { x: 0.75, y: 0.25 }, { x: 1, y: 0 }]);
  });
});
