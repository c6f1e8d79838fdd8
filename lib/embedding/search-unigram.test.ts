import { readFileSync } from "node:fs";
import { Tokenizer } from "@huggingface/tokenizers";
import { describe, expect, it } from "vitest";
import { replaceUnigramSearch } from "./search-unigram";
import recorded from "./testing/recorded-sentences.json";
import { fixture } from "./testing/small-models";

const open = (file: string) => new Tokenizer(JSON.parse(readFileSync(file, "utf8")) as object, {});
const texts = [...recorded.map(({ text }) => text), "", " ", "🐕 unseen ☃ 龘 한국어", "word ".repeat(300), "犬が走る。".repeat(200), "aaaaaaaaaaaaa".repeat(50), "<s> ▁▁ ▁a </s>"];

describe.each(["models/kotomap-ja-en-v1/tokenizer.json", fixture("unigram-wide/onnx/tokenizer.json")])("the faster search with %s", (file) => {
  it("finds the library's pieces, also when a text comes again", () => {
    const library = open(file);
    const replaced = open(file);
    replaceUnigramSearch(replaced);
    expect(Object.hasOwn(replaced.model ?? {}, "tokenize")).toBe(true);
    for (const text of [...texts, ...texts]) expect(replaced.encode(text).tokens, text).toEqual(library.encode(text).tokens);
  });
});

it("leaves other models as they are", () => {
  const tokenizer = open(fixture("bpe-cls/tokenizer.json"));
  replaceUnigramSearch(tokenizer);
  expect(tokenizer.encode("A dog").ids).toEqual(open(fixture("bpe-cls/tokenizer.json")).encode("A dog").ids);
});

describe("a unigram model with byte_fallback", () => {
  const bytes = [0xe2, 0x98, 0x83].map((byte) => `<0x${byte.toString(16).toUpperCase()}>`);
  const open = (byte_fallback: boolean, vocab: string[]) => {
    const tokenizer = new Tokenizer({ added_tokens: [], normalizer: null, pre_tokenizer: null, post_processor: null, decoder: null, model: { type: "Unigram", unk_id: 0, byte_fallback, vocab: vocab.map((piece, i) => [piece, -i]) } }, {});
    replaceUnigramSearch(tokenizer);
    return tokenizer;
  };

  it("spells an unknown character by its bytes", () => {
    expect(open(true, ["<unk>", "a", ...bytes]).encode("a☃a").ids).toEqual([1, 2, 3, 4, 1]);
  });

  it("leaves it unknown where a byte is missing, or where it does not say so", () => {
    expect(open(true, ["<unk>", "a", ...bytes.slice(1)]).encode("a☃a").ids).toEqual([1, 0, 1]);
    expect(open(false, ["<unk>", "a", ...bytes]).encode("a☃a").ids).toEqual([1, 0, 1]);
  });
});
