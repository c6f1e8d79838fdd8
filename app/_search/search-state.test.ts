import { describe, expect, it } from "vitest";
import { isSearching, MAX_SHOWN, PAGE_SIZE, readSearchState, searchHref, withCaption } from "./search-state";

const empty = readSearchState({});

describe("readSearchState", () => {
  it("starts with nothing asked and images shown", () => {
    expect(empty).toEqual({ q: null, like: [], unlike: [], plus: [], minus: [], weight: null, view: "images", language: null, collection: null, min: null, shown: PAGE_SIZE, why: null });
    expect(isSearching(empty)).toBe(false);
  });

  it("reads back every part of an address it wrote", () => {
    const state = { q: "海で遊ぶ犬 & <cat>?", like: ["7", "12"], unlike: ["3"], plus: ["at night, outside", "夜"], minus: ["snow"], weight: 0.35, view: "captions" as const, language: "en-GB", collection: "a/b", min: 0.35, shown: 48, why: "7" };
    const written = new URLSearchParams(searchHref(state, { shown: 48, why: "7" }).slice(2));
    const params = Object.fromEntries([...written.keys()].map((key) => [key, written.getAll(key)]));
    expect(readSearchState(params)).toEqual(state);
  });

  it("takes a blank query as none", () => {
    expect(isSearching(readSearchState({ q: "  \u3000 " }))).toBe(false);
  });

  it("cuts a query at the 1 000 characters that the search takes", () => {
    expect(readSearchState({ q: "a".repeat(5000) }).q).toHaveLength(1000);
  });

  it.each([
    ["view", "list"], ["lang", "<script>"], ["min", "2"], ["min", "-1.5"], ["min", "NaN"], ["min", ""], ["n", "many"], ["n", "-3"], ["like", "x"], ["like", "99999999999"], ["unlike", ","], ["plus", " "], ["words", "1.5"], ["words", "-0.1"], ["words", "all"], ["why", "x"],
  ])("ignores %s=%s", (key, value) => {
    expect(readSearchState({ [key]: value })).toEqual(empty);
  });

  it.each([["0", PAGE_SIZE], ["25", PAGE_SIZE * 2], ["48", 48], ["999999", MAX_SHOWN]])("rounds n=%s to whole pages: %i", (given, shown) => {
    expect(readSearchState({ n: given }).shown).toBe(shown);
  });

  it("keeps hundredths of a minimum, negative ones too", () => {
    expect(readSearchState({ min: "0.456" }).min).toBe(0.46);
    expect(readSearchState({ min: "-.5" }).min).toBe(-0.5);
    expect(readSearchState({ min: "0" }).min).toBe(0);
  });

  it("takes the first of repeated parameters", () => {
    expect(readSearchState({ q: ["犬", "cat"] }).q).toBe("犬");
  });

  it("takes each caption and sentence once, ten at most", () => {
    expect(readSearchState({ like: "7,7,8" }).like).toEqual(["7", "8"]);
    expect(readSearchState({ like: Array.from({ length: 12 }, (_, i) => i).join(), plus: Array.from({ length: 12 }, (_, i) => `s${i}`) })).toMatchObject({ like: { length: 10 }, plus: { length: 10 } });
    expect(readSearchState({ plus: ["at night", " at night "] }).plus).toEqual(["at night"]);
  });

  it("adds the sentence of the form to those that are there", () => {
    expect(readSearchState({ q: "dog", plus: "at night", add: " in the rain " })).toMatchObject({ plus: ["at night", "in the rain"], minus: [] });
    expect(readSearchState({ q: "dog", plus: "at night", add: "snow", as: "minus" })).toMatchObject({ plus: ["at night"], minus: ["snow"] });
  });
});

describe("searchHref", () => {
  const state = readSearchState({ q: "dog", lang: "ja", n: "48" });

  it("leaves defaults out", () => {
    expect(searchHref(empty)).toBe("/");
    expect(searchHref(null, { q: "dog" })).toBe("/?q=dog");
  });

  it("goes back to the first page when a filter changes", () => {
    expect(searchHref(state, { language: null })).toBe("/?q=dog");
    expect(searchHref(state, { shown: 72 })).toBe("/?q=dog&lang=ja&n=72");
  });

  it("keeps the query when captions are added to it, and tells every one", () => {
    expect(searchHref(state, { like: ["7", "9"], minus: ["a, b", "c"] })).toBe("/?q=dog&like=7,9&minus=a,+b&minus=c&lang=ja");
  });
});

describe("withCaption", () => {
  const state = readSearchState({ q: "dog", like: "1,2", unlike: "3" });

  it("puts a caption on one side, and takes it from the other", () => {
    expect(withCaption(state, "more", "3")).toEqual({ like: ["1", "2", "3"], unlike: [] });
    expect(withCaption(state, "less", "1")).toEqual({ like: ["2"], unlike: ["3", "1"] });
  });

  it("drops the oldest of too many", () => {
    const full = readSearchState({ like: Array.from({ length: 10 }, (_, i) => i).join() });
    expect(withCaption(full, "more", "77").like).toEqual([...Array.from({ length: 9 }, (_, i) => String(i + 1)), "77"]);
  });
});
