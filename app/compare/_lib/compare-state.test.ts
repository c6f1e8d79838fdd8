import { describe, expect, it } from "vitest";
import { compareHref, emptyComparison, isComparing, readCompareState } from "./compare-state";

const paramsOf = (href: string) => Object.fromEntries(new URL(href, "http://localhost").searchParams);

describe("the address of a comparison", () => {
  it.each([
    ["a few sentences", "a dog\n犬\n\nA cat"],
    ["many", Array.from({ length: 100 }, (_, i) => `芝生の上で${i}人が遊んでいます。`).join("\n")],
  ])("brings back %s, images and choices", (_, text) => {
    const state = { text, images: ["coco:139", "a:b:c"], method: "tsne" as const, other: "128", order: "alike" as const, pair: [3, 7] as [number, number] };
    expect(readCompareState(paramsOf(compareHref(state)))).toEqual(state);
    expect(compareHref(state).length).toBeLessThan(2000);
  });

  it("is short where nothing is compared", () => {
    expect(compareHref(emptyComparison)).toBe("/compare");
    expect(isComparing(emptyComparison)).toBe(false);
    expect(isComparing(readCompareState({ images: "coco:1" }))).toBe(true);
  });

  it("takes the pair of the form", () => {
    expect(readCompareState({ a: "2", b: "1" }).pair).toEqual([2, 1]);
    expect(readCompareState({ a: "2", b: "2", pair: "1,2" }).pair).toBeNull();
  });

  it("says nothing where it is broken", () => {
    expect(readCompareState({ z: "!!", images: "coco,:,", method: "umap", other: "a b", order: "best", pair: "3,3" })).toEqual(emptyComparison);
  });
});
