import { describe, expect, it } from "vitest";
import { isSearching, MAX_SHOWN, PAGE_SIZE, readSearchState, searchHref } from "./search-state";

const empty = readSearchState({});

describe("readSearchState", () => {
  it("starts with nothing asked and images shown", () => {
    expect(empty).toEqual({ q: null, like: null, view: "images", language: null, collection: null, min: null, shown: PAGE_SIZE });
    expect(isSearching(empty)).toBe(false);
  });

  it("reads back every part of an address it wrote", () => {
    const state = { q: "海で遊ぶ犬 & <cat>?", like: null, view: "captions" as const, language: "en-GB", collection: "a/b", min: 0.35, shown: 48 };
    const params = Object.fromEntries(new URLSearchParams(searchHref(state, { shown: 48 }).slice(2)));
    expect(readSearchState(params)).toEqual(state);
  });

  it("takes a blank query as none", () => {
    expect(isSearching(readSearchState({ q: "  \u3000 " }))).toBe(false);
  });

  it("cuts a query at the 1 000 characters that the search takes", () => {
    expect(readSearchState({ q: "a".repeat(5000) }).q).toHaveLength(1000);
  });

  it.each([
    ["view", "list"], ["lang", "<script>"], ["min", "2"], ["min", "-1.5"], ["min", "NaN"], ["min", ""], ["n", "many"], ["n", "-3"], ["like", "x"], ["like", "99999999999"],
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

  it("drops the query where a caption is followed", () => {
    expect(readSearchState({ q: "dog", like: "7" })).toMatchObject({ q: null, like: "7" });
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

  it("ends the query when a caption is followed, and the other way round", () => {
    expect(searchHref(state, { like: "7" })).toBe("/?like=7&lang=ja");
    expect(searchHref(readSearchState({ like: "7" }), { q: "cat" })).toBe("/?q=cat");
  });
});
