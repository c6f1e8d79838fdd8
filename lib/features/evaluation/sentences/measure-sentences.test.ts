import { describe, expect, it } from "vitest";
import { measureParallel } from "./measure-parallel";
import { measureSimilarity, rank } from "./measure-similarity";

describe("how closely cosines follow scores", () => {
  it("is told by ranks, equal values sharing theirs", () => {
    expect([...rank([5, 1, 5, 3])]).toEqual([3.5, 1, 3.5, 2]);
  });

  it("is 1 where they rise alike, however unevenly, and -1 where they fall", () => {
    const scores = Array.from({ length: 50 }, (_, i) => i);
    const rising = measureSimilarity("set", scores, scores.map((score) => 1 - 1 / (1 + score)), 0);
    expect(rising).toMatchObject({ name: "set", pairs: 50 });
    expect(rising.spearman.value).toBeCloseTo(1, 12);
    expect(rising.pearson.value).toBeLessThan(0.9);
    expect(measureSimilarity("set", scores, scores.map((score) => -score), 0).spearman.value).toBeCloseTo(-1, 12);
  });
});

describe("translations", () => {
  /** Rows of length 1, by their angles in degrees. */
  const rows = (...angles: number[]) => Float32Array.from(angles.flatMap((angle) => [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]));

  it("count where none of the others is nearer, either way by itself", () => {
    // The second Japanese sentence is nearer to the first English one than its own.
    const found = measureParallel("set", rows(0, 90, 180), rows(30, 20, 180), 2, 0);
    expect(found).toMatchObject({ pairs: 3, englishToJapanese: { value: 1 / 3 }, japaneseToEnglish: { value: 2 / 3 } });
  });

  it("count where another one says the same", () => {
    expect(measureParallel("set", rows(0, 0), rows(0, 0), 2, 0).englishToJapanese.value).toBe(1);
  });
});
