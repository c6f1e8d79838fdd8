import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dot, row } from "@/lib/core/vector";
import { createBulkEmbedder } from "./bulk-embedder";
import type { Embedder } from "./embedder";
import { createLocalEmbedder } from "./local-embedder";
import { loadBundledModel } from "./model-store";
import recorded from "./testing/recorded-sentences.json";

const texts = [...recorded.map(({ text }) => text), ...Array.from({ length: 150 }, (_, i) => `Bus ${i} stops ${"by the park ".repeat(i % 9)}`)];
const long = "A very long caption about a dog, a cat and a yellow bus. ".repeat(20);
let single: Embedder;
let parallel: Embedder;

beforeAll(async () => {
  const model = await loadBundledModel(path.resolve("models"));
  single = await createLocalEmbedder({ model });
  parallel = createBulkEmbedder({ model, workers: 2 });
});
afterAll(() => Promise.all([single.close(), parallel.close()]));

const leastCosine = (a: Float32Array, b: Float32Array) => Math.min(...Array.from({ length: a.length / 384 }, (_, i) => dot(row(a, i, 384), row(b, i, 384))));

async function* streamOf(...chunks: string[][]): AsyncGenerator<{ text: string }[]> {
  for (const chunk of chunks) yield await Promise.resolve(chunk.map((text) => ({ text })));
}

describe("the bulk embedder", () => {
  it("is the same model as the single one", () => {
    expect(parallel.model).toEqual(single.model);
    expect(parallel.device).toBe(single.device);
  });

  it("gives every text, in order, the vector of the single encoder, whatever its batch mates and worker", async () => {
    const expected = await single.embed(texts);
    expect(leastCosine(await parallel.embed(texts), expected)).toBeGreaterThanOrEqual(0.99999);
    const reversed = await parallel.embed([long, ...texts.toReversed()]);
    for (const i of texts.keys()) expect(dot(row(reversed, texts.length - i, 384), row(expected, i, 384)), texts[i]).toBeGreaterThanOrEqual(0.99999);
  });

  it("streams chunks in order with the vectors that embed gives", async () => {
    const items: { text: string }[] = [];
    const vectors: number[] = [];
    for await (const chunk of parallel.embedStream(streamOf(texts.slice(0, 70), [], texts.slice(70)), ({ text }) => text)) {
      items.push(...chunk.items);
      vectors.push(...chunk.vectors);
    }
    expect(items).toEqual(texts.map((text) => ({ text })));
    expect(leastCosine(Float32Array.from(vectors), await single.embed(texts))).toBeGreaterThanOrEqual(0.99999);
  });

  it("serves several callers at once", async () => {
    const [dog, many, none] = await Promise.all([parallel.embed(["dog"]), parallel.embed(texts), parallel.embed([])]);
    expect(leastCosine(dog, await single.embed(["dog"]))).toBeGreaterThanOrEqual(0.99999);
    expect(leastCosine(many, await single.embed(texts))).toBeGreaterThanOrEqual(0.99999);
    expect(none).toHaveLength(0);
  });

  it("leaves the calling thread free while batches run", async () => {
    // Each text is a batch of its own; all are tokenized without a pause.
    const batches = 32;
    let turns = 0;
    let turning = setImmediate(function turn() {
      turns++;
      turning = setImmediate(turn);
    });
    await parallel.embed(Array.from({ length: batches }, () => long));
    clearImmediate(turning);
    // Computing on the calling thread would allow a turn or two a batch.
    expect(turns).toBeGreaterThan(10 * batches);
  });

  it("tokenizes the next chunk while one runs", async () => {
    const seen: string[] = [];
    const source = streamOf(Array.from({ length: 30 }, () => long), ["next"]);
    const textOf = ({ text }: { text: string }) => {
      if (text === "next") seen.push("next is read");
      return text;
    };
    for await (const { items } of parallel.embedStream(source, textOf)) seen.push(`${items.length} done`);
    expect(seen).toEqual(["next is read", "30 done", "1 done"]);
  });

  it("starts no further batch when it is aborted, and works on afterwards", async () => {
    const stop = new AbortController();
    const pending = parallel.embed(Array.from({ length: 30 }, () => long), { signal: stop.signal });
    let finished = false;
    const other = parallel.embed(Array.from({ length: 40 }, () => long)).then(() => (finished = true));
    setImmediate(() => stop.abort());
    await expect(pending).rejects.toMatchObject({ name: "AbortError" });
    expect(finished).toBe(false);
    await other;
    await expect(parallel.embed(["dog"], { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: "AbortError" });
    expect(await parallel.embed(["dog"])).toHaveLength(384);
  });

  it.each(["close", "leave"])("lets its process end by itself, its work done (%s)", async (mode) => {
    const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", "lib/embedding/testing/embed-and-end.ts", mode], { timeout: 50_000 });
    expect(stdout).toBe("300 vectors\n");
  });
});
