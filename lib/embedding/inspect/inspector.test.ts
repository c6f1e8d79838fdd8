import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dot, normaliseRows, row } from "@/lib/core/vector";
import type { Embedder } from "../embedder";
import { createLocalEmbedder } from "../local-embedder";
import { loadBundledModel } from "../model-store";
import { openModel } from "../model/open-model";
import { poolTokens } from "../pool-tokens";
import { fixture } from "../testing/small-models";
import type { InspectedText } from "./inspection";
import { type Inspector, openInspector } from "./inspector";

const LONGER = "海で遊ぶ犬と、それを浜辺から見ている子供たち。";
const SHORTER = "A dog 𠮟 plays.";
const LAYERS = 12;
const HEADS = 12;
let inspector: Inspector;
let embedder: Embedder;

beforeAll(async () => {
  const model = await loadBundledModel(path.resolve("models"));
  [inspector, embedder] = await Promise.all([openInspector(model), createLocalEmbedder({ model })]);
});
afterAll(async () => {
  await Promise.all([inspector.close(), embedder.close()]);
});

const pooled = ({ hidden, pieces }: InspectedText, width: number) => normaliseRows(poolTokens(hidden.at(-1) as Float32Array, [pieces.length], width, 384, "mean"), 384);

describe("the inside of the bundled encoder", () => {
  it("ends in the vectors of the embedder: the mean of the last layer's vectors, without padding", async () => {
    const { texts, width } = await inspector.inspect([LONGER, SHORTER]);
    const vectors = await embedder.embed([LONGER, SHORTER]);
    texts.forEach((text, i) => {
      expect(dot(pooled(text, width), text.vector), text.text).toBeGreaterThan(0.9999);
      expect(dot(pooled(text, width), row(vectors, i, 384)), text.text).toBeGreaterThanOrEqual(0.99);
    });
  });

  it("shares all of each piece's attention among the pieces, and none with padding", async () => {
    const { texts, width, heads } = await inspector.inspect([LONGER, SHORTER]);
    expect(heads).toBe(HEADS);
    for (const { attention, pieces } of texts) {
      expect(attention).toHaveLength(LAYERS);
      for (const weights of attention) {
        for (let query = 0; query < HEADS * width; query++) {
          const shares = weights.subarray(query * width, (query + 1) * width);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 4);
          expect(shares.subarray(pieces.length).every((share) => share < 1e-6)).toBe(true);
        }
      }
    }
  });

  it("is the same for a text alone and beside a longer one", async () => {
    const { texts } = await inspector.inspect([LONGER, SHORTER]);
    const alone = (await inspector.inspect([SHORTER])).texts[0] as InspectedText;
    expect(dot(alone.vector, (texts[1] as InspectedText).vector)).toBeGreaterThan(0.9999);
    expect(alone.pieces).toEqual(texts[1]?.pieces);
  });

  it("begins with the same vector for the same piece at the same place, whatever stands around it", async () => {
    const { texts, width } = await inspector.inspect(["海で遊ぶ犬", "海を見る猫"]);
    const [first, second] = texts as [InspectedText, InspectedText];
    const similarity = (layer: number) => {
      const [a, b] = [first, second].map(({ hidden }) => normaliseRows(row(hidden[layer] as Float32Array, 2, 384).slice(), 384)) as [Float32Array, Float32Array];
      return dot(a, b);
    };
    expect(first.pieces[2]).toEqual({ id: 1380, text: "海", kind: "word", start: 0, end: 1 });
    expect(width).toBe(first.pieces.length);
    expect(similarity(0)).toBeGreaterThan(0.9999);
    expect(similarity(12)).toBeLessThan(0.95);
  });

  it("names special and unknown pieces", async () => {
    const { texts } = await inspector.inspect([SHORTER]);
    expect(texts[0]?.pieces.map(({ text, kind }) => [text, kind])).toEqual([["<s>", "special"], ["▁a", "word"], ["▁dog", "word"], ["▁", "word"], ["<unk>", "unknown"], ["▁play", "word"], ["s", "word"], [".", "word"], ["</s>", "special"]]);
    expect(inspector).toMatchObject({ vocabularySize: 24_734, tokenizerKind: "Unigram", padId: 1, layers: LAYERS, dimensionChoices: [384, 256, 128, 64] });
  });
});

describe.each([["wordpiece-mean", "WordPiece"], ["bpe-cls", "BPE"]])("a model without a graph for it, %s,", (folder, kind) => {
  it("still gives pieces, vectors of tokens and the vector", async () => {
    const model = await openModel({ kind: "folder", path: fixture(folder) }, {}, { modelsDir: "models", dataDir: "data" });
    const [small, own] = await Promise.all([openInspector(model), createLocalEmbedder({ model })]);
    const { texts, width, dimensions, heads } = await small.inspect(["a dog runs", "犬"]);
    const vectors = await own.embed(["a dog runs", "犬"]);
    expect([small.layers, heads, small.tokenizerKind]).toEqual([0, 0, kind]);
    texts.forEach((text, i) => {
      expect(text.tokens).toHaveLength(width * dimensions);
      expect(dot(text.vector, row(vectors, i, dimensions))).toBeGreaterThan(0.9999);
      expect(text.pieces.length).toBeGreaterThan(1);
    });
    await Promise.all([small.close(), own.close()]);
  });
});
