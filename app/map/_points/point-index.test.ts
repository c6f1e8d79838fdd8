import KDBush from "kdbush";
import { describe, expect, it } from "vitest";
import { COORDINATE_MAX } from "@/lib/features/caption-map/point-columns";
import { boxOf } from "../_view/polygon";
import { PointIndex } from "./point-index";

/** A grid of 5 × 5, row by row from the lower left, and a second point in its middle. */
const places = [...Array.from({ length: 25 }, (_, i) => ({ x: (i % 5) / 4, y: Math.floor(i / 5) / 4 })), { x: 0.5, y: 0.5 }];

function indexOf(all: typeof places): PointIndex {
  const tree = new KDBush(all.length, 64, Uint16Array);
  for (const { x, y } of all) tree.add(x * COORDINATE_MAX, y * COORDINATE_MAX);
  tree.finish();
  return new PointIndex(tree.data, (point) => all[point]!);
}

const index = indexOf(places);

describe("points by their place", () => {
  it("are found near a place, the first of those that share one", () => {
    expect(index.nearest({ x: 0.52, y: 0.49 }, 0.1)).toBe(12);
    expect(index.nearest({ x: 0.37, y: 0.37 }, 0.05)).toBeNull();
    expect(index.nearestOfAll({ x: 0.26, y: 0.01 })).toBe(1);
    expect(indexOf([]).nearestOfAll({ x: 0.5, y: 0.5 })).toBeNull();
  });

  it("lead from one to the next in a direction, over a shared place, to the edge", () => {
    expect(index.next(12, "right")).toBe(13);
    expect(index.next(12, "up")).toBe(17);
    expect(index.next(25, "left")).toBe(11);
    expect(index.next(12, "down")).toBe(7);
    expect(index.next(14, "right")).toBeNull();
  });

  it("are told to be inside a shape", () => {
    expect([...index.inside(boxOf({ x: 0.4, y: 0.4 }, { x: 0.8, y: 0.6 }))]).toEqual([12, 13, 25]);
    expect([...index.inside([{ x: 0.2, y: 0.2 }, { x: 0.6, y: 0.2 }, { x: 0.2, y: 0.6 }])]).toEqual([6, 7, 11]);
  });
});
