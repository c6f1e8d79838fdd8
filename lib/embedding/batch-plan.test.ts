import { describe, expect, it } from "vitest";
import { planBatches } from "./batch-plan";

/** Lengths 2 … 128 in no order. */
const lengths = Array.from({ length: 500 }, (_, i) => 2 + ((i * 7919) % 127));
const tokensOf = (batch: number[], of: number[]) => batch.length * Math.max(...batch.map((index) => of[index] ?? 0));

describe("a batch plan", () => {
  it.each([128, 512, 2048])("keeps every batch within %i padded tokens", (budget) => {
    for (const batch of planBatches(lengths, budget)) expect(tokensOf(batch, lengths)).toBeLessThanOrEqual(budget);
  });

  it("holds every text once", () => {
    expect(planBatches(lengths, 300).flat().sort((a, b) => a - b)).toEqual(lengths.map((_, i) => i));
  });

  it("fills a batch up to the budget before it opens the next", () => {
    expect(planBatches([4, 4, 4, 4, 4], 8)).toEqual([[0, 1], [2, 3], [4]]);
  });

  it("puts texts of like length together", () => {
    expect(planBatches([9, 2, 8, 3], 18)).toEqual([[1, 3], [2, 0]]);
  });

  it("runs a text longer than the budget alone", () => {
    expect(planBatches([200, 3, 150], 100)).toEqual([[1], [2], [0]]);
  });

  it("is empty without texts", () => {
    expect(planBatches([], 100)).toEqual([]);
  });
});
