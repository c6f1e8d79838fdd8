import { describe, expect, it } from "vitest";
import { nextInDirection, type Box } from "./next-in-direction";

/** Eight boxes in rows of three, the rows of unequal height; the last row has two. */
const grid: Box[] = Array.from({ length: 8 }, (_, i) => ({ left: (i % 3) * 110, top: Math.floor(i / 3) * 300, width: 100, height: 200 + (i % 2) * 60 }));

describe("nextInDirection", () => {
  it("walks sideways in reading order, over the ends of rows", () => {
    expect(nextInDirection(grid, 0, "right")).toBe(1);
    expect(nextInDirection(grid, 2, "right")).toBe(3);
    expect(nextInDirection(grid, 3, "left")).toBe(2);
  });

  it("keeps the column going up and down", () => {
    expect(nextInDirection(grid, 1, "down")).toBe(4);
    expect(nextInDirection(grid, 7, "up")).toBe(4);
  });

  it("takes the nearest box of a shorter last row", () => {
    expect(nextInDirection(grid, 5, "down")).toBe(7);
  });

  it("goes to the very next row, not to a farther one that stands straighter", () => {
    expect(nextInDirection([{ left: 220, top: 0, width: 100, height: 50 }, { left: 0, top: 100, width: 100, height: 50 }, { left: 220, top: 200, width: 100, height: 50 }], 0, "down")).toBe(1);
  });

  it("ends at the edges", () => {
    expect(nextInDirection(grid, 0, "left")).toBeNull();
    expect(nextInDirection(grid, 7, "right")).toBeNull();
    expect(nextInDirection(grid, 1, "up")).toBeNull();
    expect(nextInDirection(grid, 6, "down")).toBeNull();
    expect(nextInDirection([], 0, "down")).toBeNull();
  });

  it("walks a single column with up and down", () => {
    const column = [0, 90, 180].map((top) => ({ left: 0, top, width: 300, height: 80 }));
    expect(nextInDirection(column, 0, "down")).toBe(1);
    expect(nextInDirection(column, 2, "up")).toBe(1);
  });
});
