import { readFileSync } from "node:fs";
import { Tokenizer } from "@huggingface/tokenizers";
import { describe, expect, it } from "vitest";
import { hastenUnigram } from "./hasten-unigram";
import recorded from "./testing/recorded-sentences.json";
import { fixture } from "./testing/small-models";

const open = (file: string) => new Tokenizer(JSON.parse(readFileSync(file, "utf8")) as object, {});
const texts = [...recorded.map(({ text }) => text), "", " ", "🐕 unseen ☃ 龘 한국어", "word ".repeat(300), "犬が走る。".repeat(200), "aaaaaaaaaaaaa".repeat(50), "<s> ▁▁ ▁a </s>"];

describe.each(["models/kotomap-ja-en-v1/tokenizer.json", fixture("unigram-wide/onnx/tokenizer.json")])("the faster search with %s", (file) => {
  it("finds the library's pieces, also when a text comes again", () => {
    const library = open(file);
    const hastened = open(file);
    hastenUnigram(hastened);
    expect(Object.hasOwn(hastened.model ?? {}, "tokenize")).toBe(true);
    for (const text of [...texts, ...texts]) expect(hastened.encode(text).tokens, text).toEqual(library.encode(text).tokens);
  });
});

it("leaves other models as they are", () => {
  const tokenizer = open(fixture("bpe-cls/tokenizer.json"));
  hastenUnigram(tokenizer);
  expect(tokenizer.encode("A dog").ids).toEqual(open(fixture("bpe-cls/tokenizer.json")).encode("A dog").ids);
});
