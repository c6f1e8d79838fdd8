import { describe, expect, it } from "vitest";
import { WHOLE_MAP } from "../_view/view";
import { pointOpacity, pointSize } from "./point-look";

const frame = { width: 1000, height: 800 };
const at = (zoom: number) => ({ ...WHOLE_MAP, zoom });

describe("points", () => {
  it("of a small map are as large as their shapes need, of a large one as small as can be seen", () => {
    expect(pointSize(at(0), frame, 100)).toBe(11);
    expect(pointSize(at(0), frame, 1_200_000)).toBe(2);
  });

  it("grow with the zoom, as far as there is room between them", () => {
    const sizes = [0, 2, 3, 4, 6].map((zoom) => pointSize(at(zoom), frame, 1_200_000));
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(sizes[2]).toBeCloseTo(2.75, 2);
    expect(sizes[4]).toBe(11);
  });

  it("let others through where many share a pixel", () => {
    expect(pointOpacity(at(0), frame, 100)).toBe(0.9);
    expect(pointOpacity(at(0), frame, 1_200_000)).toBeLessThan(0.4);
    expect(pointOpacity(at(6), frame, 1_200_000)).toBeGreaterThan(pointOpacity(at(0), frame, 1_200_000));
  });
});
