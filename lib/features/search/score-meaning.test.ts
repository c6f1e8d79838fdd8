import { describe, expect, it } from "vitest";
import type { Manifest } from "@/lib/vector-index/generation";
import { readSentence } from "./score-meaning";

const index = (...languages: string[]) => ({ manifest: { languages } as Manifest });

describe("readSentence", () => {
  it("tells Japanese by its characters, and takes other sentences for English where there is English", () => {
    expect(readSentence(index("en-GB", "fr", "ja"), "海の犬")).toEqual({ text: "海の犬", language: "ja" });
    expect(readSentence(index("fr", "en-GB", "ja"), "a dog")?.language).toBe("en-GB");
    expect(readSentence(index("ja", "fr"), "un chien")?.language).toBe("fr");
  });

  it("says nothing of a language that the index does not have", () => {
    expect(readSentence(index("en"), "犬")).toBeNull();
    expect(readSentence(index("ja"), "a dog")).toBeNull();
  });
});
