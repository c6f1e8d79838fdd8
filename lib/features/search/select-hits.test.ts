import { describe, expect, it } from "vitest";
import { selectHits } from "./select-hits";

const ranking = (...steps: [row: number, score: number][][]) => steps.map((step) => step.map(([row, score]) => ({ row, score, words: 0, place: score })));
const image = (row: number) => Math.floor(row / 10);

describe("selectHits", () => {
  const steps = ranking([[11, 0.9], [12, 0.8], [21, 0.7]], [[31, 0.6], [13, 0.5]], [[41, 0.4]]);

  it("places an image by its best caption, once", () => {
    expect(selectHits(steps, image, { offset: 0, limit: 10 })).toEqual([1, 2, 3, 4]);
  });

  it("gives the same hits page by page as all at once", () => {
    expect([0, 1, 2, 3].flatMap((offset) => selectHits(steps, image, { offset, limit: 1 }))).toEqual([1, 2, 3, 4]);
  });

  it("reads no step further than the page needs", () => {
    let read = 0;
    const counted = function* () {
      for (const step of steps) {
        read++;
        yield step;
      }
    };
    selectHits(counted(), image, { offset: 0, limit: 2 });
    expect(read).toBe(1);
  });
});
