import { describe, expect, it } from "vitest";
import { parseLanguageTag } from "./parse-language-tag";
import { parseShare } from "./parse-share";

describe("parseShare", () => {
  it.each([
    ["1%", 0.01],
    ["0.01", 0.01],
    ["0", 0],
    ["100 %", 1],
    [".5", 0.5],
  ])("takes %s", (text, share) => expect(parseShare(text)).toBeCloseTo(share, 12));

  it.each(["", "%", "1.5", "101%", "-1%", "1e-3", "NaN", "many"])("refuses %j", (text) => expect(() => parseShare(text)).toThrow(/1%/));
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
