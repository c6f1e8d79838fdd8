import { describe, expect, it } from "vitest";
import { frameOf, fromWire, toLayout, toMap, toWire } from "./frame";

describe("the frame of a map", () => {
  it("is a square around all points with a margin on each side", () => {
    const frame = frameOf(Float64Array.of(-3, 10, 7, 12, 0, 11));
    expect(frame.side).toBeCloseTo(10.4);
    expect(toMap(frame, -3, 10).x).toBeCloseTo(0.2 / 10.4);
    expect(toMap(frame, 7, 12).x).toBeCloseTo(1 - 0.2 / 10.4);
    expect(toMap(frame, 2, 11).y).toBeCloseTo(0.5);
  });

  it.each([["one point", [5, -7]], ["points in one spot", [5, -7, 5, -7, 5, -7]]])("has %s in its middle", (_, positions) => {
    const frame = frameOf(Float64Array.from(positions));
    expect(frame.side).toBeGreaterThan(0);
    expect(toMap(frame, 5, -7)).toEqual({ x: 0.5, y: 0.5 });
  });

  it("is there without points", () => expect(frameOf(new Float64Array(0))).toEqual({ left: 0, low: 0, side: 1 }));
});

describe("map coordinates", () => {
  it("lead back to the layout", () => {
    const frame = frameOf(Float64Array.of(-20, 4, 33, -8));
    const { x, y } = toMap(frame, 12.5, -3);
    expect(toLayout(frame, x, y).x).toBeCloseTo(12.5);
    expect(toLayout(frame, x, y).y).toBeCloseTo(-3);
  });

  it("are 16 bits on the wire, and stay on the map", () => {
    expect([0, 1, 0.25].map((coordinate) => fromWire(toWire(coordinate)))).toEqual([0, 1, expect.closeTo(0.25, 4)]);
    expect([toWire(-0.1), toWire(1.3)]).toEqual([0, 65535]);
  });
});
