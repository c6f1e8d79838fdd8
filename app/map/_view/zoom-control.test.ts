import { describe, expect, it } from "vitest";
import { toSpot } from "./view";
import { toTransform, toView } from "./zoom-control";

const frame = { width: 900, height: 600 };
const view = { x: 0.31, y: 0.72, zoom: 3.25 };

describe("a view as a transform", () => {
  it("is read back as it was", () => {
    const back = toView(toTransform(view, frame), frame);
    expect(back.x).toBeCloseTo(view.x, 10);
    expect(back.y).toBeCloseTo(view.y, 10);
    expect(back.zoom).toBeCloseTo(view.zoom, 10);
  });

  it("puts places where the view shows them", () => {
    const [left, top] = toTransform(view, frame).apply([0.4 * 552, (1 - 0.6) * 552]);
    const spot = toSpot(view, frame, { x: 0.4, y: 0.6 });
    expect(left).toBeCloseTo(spot.left, 8);
    expect(top).toBeCloseTo(spot.top, 8);
  });
});
