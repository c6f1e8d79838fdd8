import { describe, expect, it } from "vitest";
import { correctQuery } from "./correct-query";

const vocabulary = { correct: (word: string) => ({ mountian: "mountain", snwo: "snow" })[word] ?? null };
const words = (...texts: string[]) => texts.map((text) => ({ surface: text, stem: text, matches: [] }));

describe("correctQuery", () => {
  it("replaces words that occur nowhere, and no others", () => {
    expect(correctQuery("A Mountian in the snwo", { words: words("mountian", "snwo"), captions: [0, 0] }, vocabulary)).toBe("a mountain in the snow");
    expect(correctQuery("A mountian", { words: words("mountian"), captions: [3] }, vocabulary)).toBeNull();
    expect(correctQuery("A zzzzzz", { words: words("zzzzzz"), captions: [0] }, vocabulary)).toBeNull();
  });

  it("says nothing while the vocabulary is being read", () => {
    expect(correctQuery("mountian", { words: words("mountian"), captions: [0] }, null)).toBeNull();
  });
});
