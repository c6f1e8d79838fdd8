import { expect, it } from "vitest";
import { groupByLanguage } from "./group-by-language";

const caption = (id: string, language: string) => ({ id, language, text: id, source: "captions.json" });

it("numbers captions through all languages, so that they match the rows of the similarity map", () => {
  const groups = groupByLanguage([caption("a", "ja"), caption("b", "ja"), caption("c", "en"), caption("d", "fr")]);
  expect(groups.map(({ language, captions }) => [language, captions.map(({ number }) => number)])).toEqual([["ja", [1, 2]], ["en", [3]], ["fr", [4]]]);
});

it("has no group where there is no caption", () => {
  expect(groupByLanguage([])).toEqual([]);
});
