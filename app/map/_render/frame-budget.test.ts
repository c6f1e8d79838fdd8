import { describe, expect, it } from "vitest";
import { FrameBudget } from "./frame-budget";

/** Draws frames of a machine that takes so long for a point, and at least one refresh of the screen. */
function settle(milliseconds: number, count: number): number {
  const budget = new FrameBudget();
  for (let frame = 0; frame < 100; frame++) {
    const drawn = budget.of(count);
    budget.observe(Math.max(16.7, drawn * milliseconds), drawn);
  }
  return budget.of(count);
}

describe("the points drawn while a map moves", () => {
  it("become all where a machine is quick", () => {
    expect(settle(1e-6, 1_200_000)).toBe(1_200_000);
  });

  it("become so few that a slow machine shows 30 frames a second", () => {
    const points = settle(1e-3, 1_200_000);
    expect(points * 1e-3).toBeLessThanOrEqual(34);
    expect(points * 1e-3).toBeGreaterThan(15);
  });

  it("stay some thousand on the slowest, and never more than there are", () => {
    expect(settle(1, 1_200_000)).toBe(5000);
    expect(settle(1, 300)).toBe(300);
  });
});
