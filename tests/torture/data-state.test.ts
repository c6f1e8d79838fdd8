import { describe, expect, it } from "vitest";
import { type DataState, findDifferences } from "./data-state";

const state = (): DataState => ({
  captions: new Map([["a.jsonl 1", '["en","A dog.","h1","7",false]'], ["a.jsonl 2", '["ja","犬。","h2","7",false]']]),
  embeddings: new Map([["1 a.jsonl 1 h1", Float32Array.of(0.6, 0.8)], ["1 a.jsonl 2 h2", Float32Array.of(0, 1)]]),
  vectors: new Map([["a.jsonl 1", Float32Array.of(0.6, 0.8)], ["a.jsonl 2", Float32Array.of(0, 1)]]),
  recipe: "384 dimensions",
  leftovers: [],
});

const changed = (change: (state: DataState) => void) => {
  const found = state();
  change(found);
  return findDifferences(found, state());
};

describe("the comparison with an uninterrupted run", () => {
  it("finds nothing where all is equal but for rounding", () => {
    expect(changed(({ vectors }) => vectors.set("a.jsonl 1", Float32Array.of(0.600001, 0.8)))).toEqual([]);
  });

  it.each<[string, (state: DataState) => void, string]>([
    ["a lost caption", ({ captions }) => captions.delete("a.jsonl 2"), "caption a.jsonl 2 differs"],
    ["another text", ({ captions }) => captions.set("a.jsonl 1", '["en","A cat.","h3","7",false]'), "caption a.jsonl 1 differs"],
    ["a caption too many", ({ captions }) => captions.set("a.jsonl 3", "[]"), "3 captions instead of 2"],
    ["a vector of another text", ({ embeddings }) => embeddings.set("1 a.jsonl 1 h1", Float32Array.of(0, 1)), "saved vectors of 1 a.jsonl 1 h1 differ"],
    ["a vector that is no number", ({ vectors }) => vectors.set("a.jsonl 1", Float32Array.of(NaN, 0.8)), "vectors of the index of a.jsonl 1 differ"],
    ["a caption that is not in the index", ({ vectors }) => vectors.delete("a.jsonl 1"), "vectors of the index of a.jsonl 1 missing"],
    ["another recipe", (found) => (found.recipe = "128 dimensions"), "the active generation is 128 dimensions instead of 384 dimensions"],
    ["something left over", ({ leftovers }) => leftovers.push("candidate x"), "candidate x"],
  ])("names %s", (_what, change, sentence) => {
    expect(changed(change)).toContain(sentence);
  });
});
