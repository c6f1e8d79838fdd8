import { describe, expect, it } from "vitest";
import { clusterSentences, leavesOf } from "./cluster";
import { checkGroups, readGroups } from "./comparison-request";
import { compareOpinions } from "./second-opinion";

describe("readGroups", () => {
  it("takes a sentence a line, and another group after an empty line", () => {
    expect(readGroups("a dog\n 犬 \n\n \nA cat\n")).toEqual([["a dog", "犬"], ["A cat"]]);
    expect(readGroups("a\n\u3000\nb")).toEqual([["a"], ["b"]]);
    expect(readGroups(" \n\n")).toEqual([]);
  });

  it("refuses a sentence that is too long, by its number", () => {
    expect(() => checkGroups([["a"], ["b".repeat(1001)]], "text")).toThrow(/sentence 2 has more than 1000/);
  });
});

describe("clusterSentences", () => {
  const cosines = [
    [1, 0.2, 0.9, 0.1],
    [0.2, 1, 0.3, 0.8],
    [0.9, 0.3, 1, 0.2],
    [0.1, 0.8, 0.2, 1],
  ];

  it("joins what is most alike first, by mean distances", () => {
    const tree = clusterSentences(cosines);
    expect(tree).toMatchObject({ distance: expect.closeTo(0.8) as number });
    const parts = ("parts" in tree ? tree.parts : []).map((part) => [...leavesOf(part)].sort());
    expect(parts).toHaveLength(2);
    expect(parts).toEqual(expect.arrayContaining([[0, 2], [1, 3]]));
  });

  it("has every sentence as a leaf once, also of two, and of such as are all the same", () => {
    expect(leavesOf(clusterSentences(cosines)).sort()).toEqual([0, 1, 2, 3]);
    expect(leavesOf(clusterSentences([[1, 1], [1, 1]])).sort()).toEqual([0, 1]);
    expect(leavesOf(clusterSentences(Array.from({ length: 5 }, () => [1, 1, 1, 1, 1]))).sort()).toEqual([0, 1, 2, 3, 4]);
  });
});

describe("compareOpinions", () => {
  const model = { id: "m", dimensions: 64 };
  const here = [[1, 0.9, 0.5], [0.9, 1, 0.1], [0.5, 0.1, 1]];

  it("agrees wholly with itself, and not at all with the reverse", () => {
    expect(compareOpinions(here, here, model)).toMatchObject({ agreement: 1, differences: [{ ranks: 0 }, { ranks: 0 }, { ranks: 0 }] });
    const reverse = here.map((row) => row.map((cosine) => 1 - cosine));
    expect(compareOpinions(here, reverse, model).agreement).toBeCloseTo(-1);
  });

  it("names the pairs whose rank differs most", () => {
    const there = [[1, 0.05, 0.5], [0.05, 1, 0.1], [0.5, 0.1, 1]];
    expect(compareOpinions(here, there, model).differences[0]).toMatchObject({ a: 0, b: 1, similarity: 0.9, other: 0.05, ranks: expect.closeTo(2 / 3) as number });
  });

  it("has no correlation of a single pair", () => {
    expect(compareOpinions([[1, 0.3], [0.3, 1]], [[1, 0.4], [0.4, 1]], model).agreement).toBeNull();
  });
});
