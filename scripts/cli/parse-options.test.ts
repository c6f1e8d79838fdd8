import { describe, expect, it } from "vitest";
import { parseCollection } from "./parse-collection";
import { parseCount } from "./parse-count";
import { parseLanguageTag } from "./parse-language-tag";
import { parseShare } from "./parse-share";

describe("parseShare", () => {
  it.each([
    ["1%", 0.01],
    ["0.01", 0.01],
    ["0", 0],
    ["100 %", 1],
    ["100%", 1],
    ["0.99", 0.99],
    [".5", 0.5],
  ])("takes %s", (text, share) => expect(parseShare(text)).toBeCloseTo(share, 12));

  it.each(["", "%", "1.5", "101%", "-1%", "1e-3", "NaN", "many"])("refuses %j", (text) => expect(() => parseShare(text)).toThrow(/1%/));

  it.each(["1", "1.0", "5", "100"])("refuses %s, which might mean per cent", (text) => expect(() => parseShare(text)).toThrow(/write 1% or 0\.01/));
});

describe("parseCollection", () => {
  it.each(["coco", "holiday-2026", "料理"])("takes %s", (name) => expect(parseCollection(name)).toBe(name));

  it.each(["a/b", "", "..", "-x", "a b", "x".repeat(101)])("refuses %j", (name) => expect(() => parseCollection(name)).toThrow(/letters, digits/));
});

describe("parseCount", () => {
  it("takes whole numbers from 1", () => expect(["1", "1000"].map(parseCount)).toEqual([1, 1000]));

  it.each(["0", "-1", "1.5", "1e3", "", "many"])("refuses %j", (text) => expect(() => parseCount(text)).toThrow(/whole number/));
});

describe("parseLanguageTag", () => {
  it.each([
    ["ja", "ja"],
    ["EN-gb", "en-GB"],
    ["zh-hant", "zh-Hant"],
    ["tvd", "tvd"],
  ])("takes %s as %s", (text, tag) => expect(parseLanguageTag(text)).toBe(tag));

  it.each(["jp", "japanese", "english", "", "e", "ja_JP", "cn"])("refuses %j", (text) => expect(() => parseLanguageTag(text)).toThrow(/BCP 47/));
});
