import { describe, expect, it } from "vitest";
import { selectHits } from "./select-hits";

const ranking = (...steps: [row: number, score: number][][]) => steps.map((step) => step.map(([row, score]) => ({ row, score })));
const image = (row: number) => Math.floor(row / 10);

describe("selectHits", () => {
  const steps = ranking([[11, 0.9], [12, 0.8], [21, 0.7]], [[31, 0.6], [13, 0.5]], [[41, 0.4]]);

  it("places an image by its best caption, once", () => {
    expect(selectHits(steps, image, 4, { offset: 0, limit: 10 })).toEqual({ keys: [1, 2, 3, 4], total: 4 });
  });

  it("gives the same hits page by page as all at once", () => {
    const pages = [0, 1, 2, 3].flatMap((offset) => selectHits(steps, image, 4, { offset, limit: 1 }).keys);
    expect(pages).toEqual([1, 2, 3, 4]);
  });

  it("reads no step further than the page needs", () => {
    let read = 0;
    const counted = function* () {
      for (const step of steps) {
        read++;
        yield step;
      }
    };
    selectHits(counted(), image, 4, { offset: 0, limit: 2 });
    expect(read).toBe(1);
  });

  it("counts the hits that reach a minimum score", () => {
    expect(selectHits(steps, image, 4, { offset: 0, limit: 1, minScore: 0.55 })).toEqual({ keys: [1], total: 3 });
    expect(selectHits(steps, image, 4, { offset: 0, limit: 10, minScore: 0.95 })).toEqual({ keys: [], total: 0 });
  });
});
