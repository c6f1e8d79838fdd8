import { describe, expect, it } from "vitest";
import { bestByWords, scoreWords } from "./score-words";
import type { Postings } from "./word-postings";

const COUNT = 1000;

function postings(rows: number[], worth = 100): Postings {
  const byRow = Uint8Array.from({ length: COUNT }, (_, row) => (rows.includes(row) ? worth : 0));
  return { rows: Uint32Array.from(rows), worth: Uint8Array.from(rows, () => worth), byRow: rows.length > 50 ? byRow : null };
}
const first = (count: number) => Array.from({ length: count }, (_, i) => i);

describe("scoreWords", () => {
  it("gives 1 to a row with all words, 0 to one with none, and more for a rare word than for a frequent one", () => {
    const { of, allRows, rareRows } = scoreWords(COUNT, [postings([1, 2]), postings(first(500))]);
    expect(of(1)).toBeCloseTo(1);
    expect(of(999)).toBe(0);
    expect(of(1) - of(3)).toBeGreaterThan(of(3));
    expect([...allRows()].sort((a, b) => a - b)).toEqual(first(500));
    expect([...rareRows]).toEqual([1, 2]);
  });

  it("counts a word that no row has among the words that are missing", () => {
    expect(scoreWords(COUNT, [postings([1]), postings([])]).of(1)).toBeLessThan(0.5);
  });

  it("takes a word inside a longer one for what it is worth", () => {
    expect(scoreWords(COUNT, [postings([1], 80)]).of(1)).toBeCloseTo(0.8);
    expect(scoreWords(COUNT, [postings(first(60), 80)]).of(1)).toBeCloseTo(0.8);
  });
});

describe("bestByWords", () => {
  const frequent = scoreWords(COUNT, [postings(first(600)), postings([3, 5, 7])]);

  it("takes all rows with a rare word where they are few, and bounds the others by the frequent words", () => {
    const { rows, rest } = bestByWords(frequent, null, 3);
    expect(rows).toEqual([3, 5, 7]);
    expect(rest).toBeCloseTo(frequent.of(0));
    expect(bestByWords(frequent, (row) => row > 4, 3).rows).toEqual([5, 7]);
  });

  it("takes whole levels of score only, and bounds the rest by the highest of them", () => {
    const scores = scoreWords(COUNT, [postings(first(40)), postings([3, 5, 7])]);
    const { rows, rest } = bestByWords(scores, null, 20);
    expect(rows).toEqual([3, 5, 7]);
    expect(rest).toBeGreaterThanOrEqual(scores.of(1));
    expect(rest).toBeLessThan(scores.of(3));
  });
});
