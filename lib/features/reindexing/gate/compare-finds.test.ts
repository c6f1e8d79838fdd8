import { describe, expect, it } from "vitest";
import { compareFinds, isWorse } from "./compare-finds";
import { findCommonCaptions } from "./common-captions";
import { chooseCaptionsWithSiblings, everyNth } from "./choose-sample";

const labels = (captionIds: number[], imageIds = captionIds.map(() => 1)) => ({ captionIds: Uint32Array.from(captionIds), imageIds: Uint32Array.from(imageIds), languages: new Uint16Array(captionIds.length), collections: new Uint16Array(captionIds.length) });

describe("two generations' answers", () => {
  it("are lost where something was found and is not any more, the highest first, and gained the other way round", () => {
    expect(compareFinds([3, null, 1, 2], [null, 4, null, 9])).toEqual({ queries: 4, before: 0.75, after: 0.5, gained: 1, losses: [{ index: 2, rankBefore: 1 }, { index: 0, rankBefore: 3 }] });
    expect(compareFinds(null, [1, null])).toEqual({ queries: 2, before: null, after: 0.5, gained: 0, losses: [] });
  });

  it.each([
    [100, 0.9, 0.88, 0.02, false],
    [100, 0.9, 0.87, 0.02, true],
    [300, 0.9, 0.88, 0.02, false],
    [1, 1, 0, 0.02, true],
    [100, 0.9, 0.95, 0, false],
    [100, null, 0, 0, false],
  ])("of %i queries, %d before and %d after with a margin of %d: worse is %s", (queries, before, after, margin, worse) => {
    expect(isWorse({ queries, before, after }, margin)).toBe(worse);
  });
});

describe("the captions that are asked", () => {
  it("are those that both generations have", () => {
    const { before, after } = findCommonCaptions(labels([1, 3, 4, 9]), labels([2, 3, 9, 10, 11]));
    expect([[...before.mask], [...after.mask], before.count]).toEqual([[0, 1, 0, 1], [0, 1, 1, 0, 0], 2]);
  });

  it("have another caption of their image among these", () => {
    expect(chooseCaptionsWithSiblings(labels([1, 2, 3, 4, 5], [7, 7, 8, 8, 9]), { mask: Uint8Array.of(1, 1, 1, 0, 1), count: 4 }, 10)).toEqual([1, 2]);
  });

  it("come from all of them, the same ones every time", () => {
    expect(everyNth([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 3)).toEqual([0, 3, 6]);
    expect(everyNth([1, 2], 3)).toEqual([1, 2]);
  });
});
