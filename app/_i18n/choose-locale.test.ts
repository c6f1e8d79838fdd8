import { describe, expect, it } from "vitest";
import { chooseLocale } from "./choose-locale";

describe("chooseLocale", () => {
  it("takes the remembered choice before the browser's languages", () => {
    expect(chooseLocale("en", "ja,en;q=0.5")).toBe("en");
  });

  it("ignores a cookie that names no language of the interface", () => {
    expect(chooseLocale("fr", "ja")).toBe("ja");
  });

  it("follows the weights of Accept-Language, regions included", () => {
    expect(chooseLocale(undefined, "en-GB;q=0.4, ja-JP;q=0.9")).toBe("ja");
    expect(chooseLocale(undefined, "fr, en-AU;q=0.7, ja;q=0.2")).toBe("en");
  });

  it.each([null, "", "*", "fr", "not a language;;q=x"])("falls back to English for %j", (header) => {
    expect(chooseLocale(undefined, header)).toBe("en");
  });
});
