import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { openModel } from "./model/open-model";
import { loadTokenizer, type TextTokenizer } from "./tokenizer";
import type { Piece } from "./piece";
import type { TokenizerSetup } from "./tokenizer-setup";
import { fixture, smallModels } from "./testing/small-models";
import recorded from "./testing/recorded-sentences.json";
import { readReference, referenceMissing } from "./testing/reference";

const file = path.resolve("models/kotomap-ja-en-v1/tokenizer.json");
const setup: TokenizerSetup = { file, japanese: null, lowercase: false, maxTokens: 128, cut: "at end", padding: "<pad>" };
/** A text without the parts that pieces stand for. */
const leftOver = (text: string, pieces: readonly Piece[]) => pieces.reduce((left, { start, end }) => left.slice(0, start) + " ".repeat(end - start) + left.slice(end), text);
/** Without width, case and accents. */
const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
let tokenizer: TextTokenizer;
beforeAll(async () => {
  tokenizer = await loadTokenizer(setup);
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
    const short = await loadTokenizer({ ...setup, maxTokens: 10 });
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

describe("the pieces of a text", () => {
  const standsAt = (text: string) => tokenizer.readPieces(text).filter(({ start, end }) => end > start).map((piece) => [piece.text, text.slice(piece.start, piece.end)]);

  it.each<[string, [string, string][]]>([
    ["ｲﾇが㍿で走る", [["イ", "ｲ"], ["ヌ", "ﾇ"], ["が", "が"], ["株式会社", "㍿"], ["で", "で"], ["走", "走"], ["る", "る"]]],
    ["The ﬁsh ＤＯＧ  is\n\there", [["▁the", "The"], ["▁fish", "ﬁsh"], ["▁dog", "ＤＯＧ"], ["▁is", "is"], ["▁here", "here"]]],
    ["👨‍👩‍👧 sees 𠮟𠮟 with 🐕犬", [["<unk>", "👨‍👩‍👧"], ["▁se", "se"], ["es", "es"], ["<unk>", "𠮟𠮟"], ["▁with", "with"], ["<unk>", "🐕"], ["犬", "犬"]]],
    ["か\u3099き", [["が", "か\u3099"], ["き", "き"]]],
    ["ｶﾞｽ 犬…", [["ガス", "ｶﾞｽ"], ["犬", "犬"], [".", "…"], [".", "…"], [".", "…"]]],
    [" </s> dog", [["▁dog", "dog"]]],
  ])("of “%s” stand where they come from", (text, pieces) => {
    expect(standsAt(text)).toEqual(pieces);
  });

  it.each(recorded)("of “$text” are those of its ids, and leave out no character", ({ text, ids }) => {
    const pieces = tokenizer.readPieces(text);
    expect(pieces.map(({ id }) => id)).toEqual(ids);
    if (pieces.length < 128) expect(leftOver(text, pieces).replaceAll(/<\/?s>/g, "").trim()).toBe("");
  });

  it("stand for nothing of a prefix, and end where a long text is cut", async () => {
    const short = await loadTokenizer({ ...setup, maxTokens: 5 });
    const text = "dogs run 𠮟 and 𠮟 on";
    expect(short.readPieces(text).map(({ start, end }) => [start, end])).toEqual([[0, 0], [0, 3], [3, 4], [5, 8], [9, 9]]);
    expect(short.readPieces("dog", "query: ").map(({ start, end }) => [start, end])).toEqual([[0, 0], [0, 0], [0, 0], [0, 0], [0, 3]]);
  });
});

describe.each(smallModels)("the tokenizer of the model $folder", ({ folder, texts }) => {
  it("gives the reference's ids", async () => {
    const { tokenizer: setup } = await openModel({ kind: "folder", path: fixture(folder) }, {}, { modelsDir: "models", dataDir: "data" });
    const opened = await loadTokenizer(setup);
    for (const { text, ids } of texts) expect(opened.encode(text), text).toEqual(ids);
  });

  it("gives each piece its place in the text", async () => {
    const { tokenizer: setup } = await openModel({ kind: "folder", path: fixture(folder) }, {}, { modelsDir: "models", dataDir: "data" });
    const opened = await loadTokenizer(setup);
    for (const { text, ids } of texts) {
      const pieces = opened.readPieces(text);
      expect(pieces.map(({ id }) => id), text).toEqual(ids);
      const words = pieces.filter(({ start, end, text: piece }) => end > start && /^(▁|##|Ġ)?\w+$/u.test(piece));
      for (const { start, end, text: piece } of words) expect(plain(text.slice(start, end)), text).toBe(plain(piece.replace(/^(▁|##|Ġ)/u, "")));
      if (ids.length < 16 && !text.includes("[MASK]")) expect(leftOver(text, pieces).trim()).toBe("");
    }
  });

  it("keeps the closing token of a text too long, and reads 100 000 characters as it reads their beginning", async () => {
    const { tokenizer: setup } = await openModel({ kind: "folder", path: fixture(folder) }, {}, { modelsDir: "models", dataDir: "data" });
    const opened = await loadTokenizer(setup);
    const text = "a dog runs, 犬が走る。 ".repeat(6000);
    expect(opened.encode(text)).toHaveLength(16);
    expect(opened.encode(text)).toEqual(opened.encode(text.slice(0, 4000)));
    expect(opened.encode(text).at(-1)).toBe(opened.encode("").at(-1));
  });
});

describe("a tokenizer's setup", () => {
  const japanese: TokenizerSetup = { ...setup, file: fixture("mecab-wordpiece/vocab.txt"), japanese: { pieces: "wordpiece", lowercase: false, normalise: true }, padding: "[PAD]" };

  it("lower-cases texts where it says so", async () => {
    const plain = await loadTokenizer({ ...setup, file: fixture("bpe-cls/tokenizer.json") });
    const lowered = await loadTokenizer({ ...setup, file: fixture("bpe-cls/tokenizer.json"), lowercase: true });
    expect(plain.encode("A Dog")).not.toEqual(plain.encode("a dog"));
    expect(lowered.encode("A Dog")).toEqual(plain.encode("a dog"));
  });

  it("lower-cases Japanese words, special tokens aside", async () => {
    const words = await loadTokenizer({ ...japanese, japanese: { pieces: "wordpiece", lowercase: true, normalise: true } });
    expect(words.encode("DOG[MASK]")).toEqual((await loadTokenizer(japanese)).encode("dog[MASK]"));
  });

  it("brings Japanese text to NFKC where it says so", async () => {
    const raw = await loadTokenizer({ ...japanese, japanese: { pieces: "wordpiece", lowercase: false, normalise: false } });
    const normalised = await loadTokenizer(japanese);
    expect(normalised.encode("ｄｏｇ")).toEqual(normalised.encode("dog"));
    expect(raw.encode("ｄｏｇ")).not.toEqual(raw.encode("dog"));
  });

  it("names the padding by token or by id", async () => {
    expect((await loadTokenizer(japanese)).padId).toBe(0);
    expect((await loadTokenizer({ ...japanese, padding: 7 })).padId).toBe(7);
    await expect(loadTokenizer({ ...japanese, padding: "<none>" })).rejects.toMatchObject({ code: "model_unavailable", message: expect.stringContaining("vocab.txt has no token <none>") as string });
  });
});
