import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dot, normaliseRows, row } from "@/lib/core/vector";
import type { PieceEmbedder } from "./embedder";
import { createLocalEmbedder } from "./local-embedder";
import { loadBundledModel } from "./model-store";
import { poolTokens } from "./pool-tokens";
import type { StoredModel } from "./stored-model";
import recorded from "./testing/recorded-sentences.json";
import { readReference, referenceMissing } from "./testing/reference";

const modelsDir = path.resolve("models");
const texts = recorded.map(({ text }) => text);
const long = "A very long caption about a dog, a cat and a yellow bus. ".repeat(20);
let model: StoredModel;
let embedder: PieceEmbedder;

beforeAll(async () => {
  model = await loadBundledModel(modelsDir);
  embedder = await createLocalEmbedder({ model });
});
afterAll(() => embedder.close());

const largestDifference = (a: Float32Array, b: ArrayLike<number>) => Array.from(b).reduce((most, value, i) => Math.max(most, Math.abs(value - (a[i] ?? NaN))), 0);

describe("the bundled encoder", () => {
  // Rounding differs from processor to processor, and where it moves a value to the next of 256 levels, the vector moves with it: rarely, most in texts of one word repeated.
  it.skipIf(referenceMissing)(`gives the reference's vectors${referenceMissing}`, async () => {
    const reference = readReference();
    const vectors = await embedder.embed(reference.map(({ text }) => text));
    const cosines = reference.map(({ vector }, i) => dot(row(vectors, i, 384), vector));
    expect(Math.min(...cosines)).toBeGreaterThanOrEqual(0.995);
    expect(cosines.filter((cosine) => cosine >= 0.9999).length / cosines.length).toBeGreaterThanOrEqual(0.95);
  });

  it("gives the recorded vectors, of length 1, in the order of the texts", async () => {
    const vectors = await embedder.embed(texts);
    expect(vectors).toHaveLength(texts.length * 384);
    recorded.forEach(({ text, start }, i) => {
      const vector = row(vectors, i, 384);
      expect(largestDifference(vector, start), text).toBeLessThan(0.005);
      expect(dot(vector, vector), text).toBeCloseTo(1, 5);
    });
  });

  it.each([1, 64, 4096])("gives a text the same vector alone and in batches of %i tokens", async (batchTokens) => {
    const other = await createLocalEmbedder({ model, batchTokens, threads: 2 });
    const together = await other.embed([long, ...texts, long, "dog"]);
    await other.close();
    for (const [i, text] of texts.entries()) expect(largestDifference(row(together, i + 1, 384), await embedder.embed([text])), text).toBeLessThan(1e-6);
  });

  it("sets translations nearer than other sentences", async () => {
    const vectors = await embedder.embed(["犬が公園を走っている。", "A dog is running in the park.", "A bowl of soup stands on the table."]);
    const [dog, translation, soup] = [0, 1, 2].map((i) => row(vectors, i, 384)) as [Float32Array, Float32Array, Float32Array];
    expect(dot(dog, translation)).toBeGreaterThan(dot(dog, soup) + 0.2);
  });

  it("gives the vectors of pieces that the vector of a text is the mean of, alone and beside longer texts", async () => {
    const [vectors, embedded] = [await embedder.embed([long, ...texts]), await embedder.embedPieces([long, ...texts])];
    embedded?.forEach(({ pieces, vectors: own }, i) => {
      expect(own).toHaveLength(pieces.length * 384);
      expect(dot(normaliseRows(poolTokens(own, [pieces.length], pieces.length, 384, "mean"), 384), row(vectors, i, 384))).toBeGreaterThan(0.9999);
    });
    expect(embedded?.[1]?.pieces.map(({ id }) => id)).toEqual(recorded[0]?.ids);
  });

  it("streams chunks with the vectors that embed gives", async () => {
    const chunks = [texts.slice(0, 5), [], texts.slice(5)].map((chunk) => chunk.map((text) => ({ text })));
    async function* source() {
      for (const chunk of chunks) yield await Promise.resolve(chunk);
    }
    const items: { text: string }[] = [];
    const values: number[] = [];
    for await (const chunk of embedder.embedStream(source(), ({ text }) => text)) {
      items.push(...chunk.items);
      values.push(...chunk.vectors);
    }
    expect(items).toEqual(texts.map((text) => ({ text })));
    expect(largestDifference(await embedder.embed(texts), values)).toBeLessThan(1e-6);
  });

  it("stops between two batches when it is aborted", async () => {
    const stop = new AbortController();
    const pending = embedder.embed(Array.from({ length: 400 }, () => long), { signal: stop.signal });
    setImmediate(() => stop.abort());
    await expect(pending).rejects.toMatchObject({ name: "AbortError" });
    await expect(embedder.embed(["dog"], { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: "AbortError" });
  });

  it("gives an empty matrix without texts", async () => {
    expect(await embedder.embed([])).toHaveLength(0);
  });

  it("says which graph cannot be started, and on what", async () => {
    await expect(createLocalEmbedder({ model, graph: path.join(modelsDir, "none.onnx") })).rejects.toMatchObject({ code: "model_unavailable", message: expect.stringMatching(/none\.onnx on cpu/) as string });
  });
});
