import { describe, expect, it } from "vitest";
import { eased, mixClouds, NO_TURN, spreadOver, toCloud } from "./spread";

const frame = { width: 512, height: 312 };
const square = toCloud([10, 10, 30, 10, 30, 20, 10, 20], 2);

describe("a cloud", () => {
  it("lies around 0, its longest side from −1 to 1, whatever the unit", () => {
    expect([...square]).toEqual([-1, -0.5, 0, 1, -0.5, 0, 1, 0.5, 0, -1, 0.5, 0]);
    expect([...toCloud([10_000, 10_000, 30_000, 10_000, 30_000, 20_000, 10_000, 20_000], 2)]).toEqual([...square]);
    expect([...toCloud([5, 5, 5, 5], 2)]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("is spread over a frame, y upwards, with one unit for both axes", () => {
    const [a, b, c] = spreadOver(square, frame, NO_TURN);
    expect(a).toMatchObject({ left: 156, top: 206 });
    expect(b).toMatchObject({ left: 356, top: 206 });
    expect(c).toMatchObject({ left: 356, top: 106 });
  });

  it("turned by a quarter shows its depth", () => {
    const [point] = spreadOver(toCloud([0, 0, 0, 0, 0, 2], 3), frame, { yaw: Math.PI / 2, pitch: 0 }).slice(1);
    expect(point?.left).toBeCloseTo(256 + 80, 8);
    expect(point?.near).toBeCloseTo(0, 8);
  });

  it("turns into another from end to end, gently", () => {
    expect([...mixClouds(Float64Array.of(0, 0, 0), Float64Array.of(1, 2, 4), 0.25)]).toEqual([0.25, 0.5, 1]);
    expect([0, 0.5, 1].map(eased)).toEqual([0, 0.5, 1]);
    expect(eased(0.1)).toBeLessThan(0.1);
  });
});
