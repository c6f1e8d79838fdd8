import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { loadTokenizer, type TextTokenizer } from "./tokenizer";
import recorded from "./testing/recorded-sentences.json";
import { readReference, referenceMissing } from "./testing/reference";

const file = path.resolve("models/kotomap-ja-en-v1/tokenizer.json");
let tokenizer: TextTokenizer;
beforeAll(async () => {
  tokenizer = await loadTokenizer(file, 128);
});

describe("the tokenizer", () => {
  it.skipIf(referenceMissing)(`gives the reference's ids${referenceMissing}`, () => {
    for (const { text, ids } of readReference()) expect(tokenizer.encode(text), text).toEqual(ids);
  });

  it.each(recorded)("gives the recorded ids of “$text”", ({ text, ids }) => {
    expect(tokenizer.encode(text)).toEqual(ids);
  });

  it("reads full-width and upper-case letters as plain ones", () => {
    expect(tokenizer.encode("Ｄｏｇ")).toEqual(tokenizer.encode("dog"));
  });

  it("keeps the first maxTokens ids of a long text", async () => {
    const short = await loadTokenizer(file, 10);
    const text = "A dog is running in the park. ".repeat(5);
    expect(tokenizer.encode(text).length).toBeGreaterThan(10);
    expect(short.encode(text)).toEqual(tokenizer.encode(text).slice(0, 10));
  });

  it.each(["a dog runs, ", "犬が走る。", "犬 and dog 🐕 ", "word \n\t　"])("reads 100 000 characters of “%s” as it reads their beginning", (part) => {
    const text = part.repeat(Math.ceil(100_000 / part.length));
    expect(tokenizer.encode(text)).toEqual(tokenizer.encode(text.slice(0, 4000)));
    expect(tokenizer.encode(text)).toHaveLength(128);
  });

  it("finds the words behind 100 000 spaces", () => {
    expect(tokenizer.encode(`${" ".repeat(100_000)}dog`)).toEqual(tokenizer.encode("dog"));
  });

  it("knows the id that fills a batch", () => {
    expect(tokenizer.padId).toBe(1);
  });
});
