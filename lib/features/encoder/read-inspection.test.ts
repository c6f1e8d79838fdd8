import path from "node:path";
import { convertIndexedToRgb, decode } from "fast-png";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dot } from "@/lib/core/vector";
import type { Inspection, InspectedText } from "@/lib/embedding/inspect/inspection";
import { type Inspector, openInspector } from "@/lib/embedding/inspect/inspector";
import { loadBundledModel } from "@/lib/embedding/model-store";
import { attentionHabits, attentionOf, attentionOnPadding, type AttentionWeights } from "./attention";
import { drawAttention, drawVectors } from "./encoder-picture";
import { poolingShares, recognisePooling } from "./pooling-shares";
import { findLongestSharedWord, findSharedWord, sentencePath, wordPath, type SharedWord } from "./sentence-path";
import { vectorCuts } from "./vector-cuts";

const RIVER = "He sat on the grassy bank of a river.";
const MONEY = "She works at a big bank in town.";
let inspector: Inspector;
let banks: Inspection;

beforeAll(async () => {
  inspector = await openInspector(await loadBundledModel(path.resolve("models")));
  banks = await inspector.inspect([RIVER, MONEY]);
});
afterAll(() => inspector.close());

const first = () => banks.texts[0] as InspectedText;
const second = () => banks.texts[1] as InspectedText;
const placeOf = ({ pieces }: InspectedText, piece: string) => pieces.findIndex(({ text }) => text === piece);

describe("the way of a sentence through the layers", () => {
  it("ends at the similarity of the vectors", () => {
    const path = sentencePath(banks);
    expect(path).toHaveLength(13);
    expect(path?.at(-1)).toBeCloseTo(dot(first().vector, second().vector), 3);
  });

  it("takes a word that stands in both away from itself, as the words around it differ", () => {
    const word = findSharedWord(banks, placeOf(first(), "▁bank")) as SharedWord;
    expect(word).toEqual({ from: placeOf(first(), "▁bank"), to: placeOf(second(), "▁bank"), length: 1 });
    const path = wordPath(banks, word);
    expect(path?.[0]).toBeGreaterThan(0.9);
    expect(path?.at(-1)).toBeLessThan((path?.[0] ?? 0) - 0.1);
  });

  it("follows a word of several pieces as a whole", async () => {
    const inspection = await inspector.inspect(["川にかかるはしを渡る人", "はしでラーメンを食べる人"]);
    const pieces = inspection.texts[0]?.pieces.map(({ text }) => text) ?? [];
    expect(findLongestSharedWord(inspection)).toMatchObject({ from: pieces.indexOf("は"), length: 2 });
    for (const piece of ["は", "し"]) expect(findSharedWord(inspection, pieces.indexOf(piece))).toMatchObject({ from: pieces.indexOf("は"), length: 2 });
  });

  it("has no way without a second sentence, and no word that does not stand in it", async () => {
    expect(sentencePath(await inspector.inspect([RIVER]))).toBeNull();
    expect(findSharedWord(banks, placeOf(first(), "▁river"))).toBeNull();
    expect(findSharedWord(banks, 0)).toBeNull();
    expect(findLongestSharedWord(await inspector.inspect(["海で遊ぶ犬。", "A dog."]))).toBeNull();
  });
});

describe("the pooling", () => {
  it("is recognised as the mean of the pieces, whose shares have the sum 1", () => {
    expect(recognisePooling(first())).toBe("mean");
    const shares = poolingShares(first()) ?? [];
    expect(shares).toHaveLength(first().pieces.length);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
  });

  it("is recognised as the first piece's vector where it is that", () => {
    const tokens = Float32Array.of(0.6, 0.8, 1, 0);
    expect(recognisePooling({ ...first(), pieces: first().pieces.slice(0, 2), tokens, vector: Float32Array.of(0.6, 0.8) })).toBe("cls");
    expect(recognisePooling({ ...first(), tokens: null })).toBeNull();
  });
});

describe("a shorter vector", () => {
  it("keeps less of the length, and all of it in full", () => {
    const cuts = vectorCuts(first().vector, second().vector, [384, 256, 128, 64]);
    expect(cuts[0]).toMatchObject({ dimensions: 384, similarity: expect.closeTo(dot(first().vector, second().vector), 5) as number, kept: expect.closeTo(1, 5) as number });
    expect(cuts.map(({ kept }) => kept)).toEqual([...cuts.map(({ kept }) => kept)].sort((a, b) => b - a));
    expect(Math.abs((cuts[3]?.similarity ?? 9) - (cuts[0]?.similarity ?? 0))).toBeLessThan(0.15);
    expect(vectorCuts(first().vector, null, [384])[0]?.similarity).toBeNull();
  });
});

describe("attention", () => {
  const rows = ({ pieces, values }: AttentionWeights) => Array.from({ length: pieces }, (_, query) => values.subarray(query * pieces, (query + 1) * pieces).reduce((sum, weight) => sum + weight, 0));

  it.each([1, 12, null])("of head %s shares out the whole", (head) => {
    const weights = attentionOf(banks, 3, head) as AttentionWeights;
    for (const sum of rows(weights)) expect(sum).toBeCloseTo(1, 4);
    expect(Object.values<number>({ ...attentionHabits(weights) }).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 4);
  });

  it("is not there for layers and heads that are not", () => {
    expect([attentionOf(banks, 13, 1), attentionOf(banks, 0, 1), attentionOf(banks, 1, 13)]).toEqual([null, null, null]);
  });

  it("goes to a place by what the place is to the piece that looks", () => {
    const weights = { pieces: 3, values: Float32Array.of(0.5, 0.3, 0.2, 0.6, 0, 0.4, 0.1, 0.2, 0.7) };
    const habits = attentionHabits(weights);
    expect(habits.itself).toBeCloseTo((0.5 + 0 + 0.7) / 3);
    expect(habits.previous).toBeCloseTo((0.6 + 0.2) / 3);
    expect(habits.next).toBeCloseTo((0.3 + 0.4) / 3);
    expect(habits.first).toBeCloseTo(0.1 / 3);
    expect(habits.last).toBeCloseTo(0.2 / 3);
  });

  it("leaves out padding, which only the shorter text has", () => {
    const [longer, shorter] = first().pieces.length > second().pieces.length ? [0, 1] : [1, 0];
    expect(attentionOnPadding(banks, longer)).toBeNull();
    expect(attentionOnPadding(banks, shorter)).toBeLessThan(1e-6);
  });
});

/** Width, height and red, green, blue and opacity of each pixel. */
function pixelsOf(png: Uint8Array<ArrayBuffer> | null) {
  const decoded = decode(png as Uint8Array<ArrayBuffer>);
  return { width: decoded.width, height: decoded.height, data: convertIndexedToRgb(decoded) };
}

describe("pictures", () => {
  it("show every weight of every head as a pixel, stronger ones fuller", () => {
    const picture = pixelsOf(drawAttention(banks));
    const square = first().pieces.length + 1;
    expect([picture.width, picture.height]).toEqual([12 * square, 12 * square]);
    const { values, pieces } = attentionOf(banks, 2, 5) as AttentionWeights;
    const opacityAt = (query: number, key: number) => picture.data[4 * ((square + query) * picture.width + 4 * square + key) + 3] ?? 0;
    for (let query = 0; query < pieces; query++) for (let key = 0; key < pieces; key++) expect(Math.abs(opacityAt(query, key) / 255 - Math.sqrt(values[query * pieces + key] ?? 0))).toBeLessThan(0.04);
  });

  it("stay small for long texts", async () => {
    const long = await inspector.inspect(["A dog and a cat and a bus are in the park near the sea. ".repeat(20)]);
    expect(long.texts[0]?.pieces).toHaveLength(128);
    const picture = drawAttention(long) as Uint8Array<ArrayBuffer>;
    expect(decode(picture).width).toBe(12 * (Math.ceil(128 / 3) + 1));
    expect(picture.byteLength).toBeLessThan(200_000);
  });

  it("show each value of the first vectors in the colour of its sign", () => {
    const { width, height, data } = pixelsOf(drawVectors(banks));
    expect([width, height]).toEqual([384, first().pieces.length]);
    const value = first().hidden[0]?.findIndex((size) => size > 0.1) ?? -1;
    expect([...data.slice(4 * value, 4 * value + 3)]).toEqual([0xc2, 0x60, 0x3a]);
  });
});
