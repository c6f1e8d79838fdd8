import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findActiveGeneration } from "@/lib/database/generations";
import type { Embedder } from "@/lib/embedding/embedder";
import { createFakeEmbedder } from "@/lib/embedding/fake-embedder";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import { saveIndexSettings } from "./index-settings";
import { listGenerations } from "./list-generations";
import { SmallCorpus } from "./testing/small-corpus";

type Captions = Parameters<SmallCorpus["ingest"]>[1];

const animals: Captions = [["a", "A dog runs along the beach.", "en"], ["a", "海辺を犬が走っている。", "ja"], ["b", "A cat sleeps on a sofa.", "en"], ["b", "ソファで猫が寝ている。", "ja"]];
const trains: Captions = [["c", "A red train stands at the station.", "en"], ["c", "駅に赤い電車が止まっている。", "ja"]];

/** Another model than the fake one: other vectors, kept apart. */
function otherEmbedder(embedStream?: Embedder["embedStream"]): Embedder {
  const fake = createFakeEmbedder({ dimensions: 24 });
  return { ...fake, model: { ...fake.model, name: "other", sha256: "ab".repeat(32), dimensions: 24 }, embedStream: embedStream ?? ((chunks, textOf, options) => fake.embedStream(chunks, textOf, options)) };
}

async function* toStream<T>(items: T[]): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item);
}

let corpus: SmallCorpus;
const store = () => new GenerationStore(corpus.dataDir);
const onDisk = async () => (await readdir(path.join(corpus.dataDir, "generations"))).sort();
const captionsOf = async (id: string | null) => [...(await store().loadLabels(String(id))).captionIds];
const states = async () => (await listGenerations(corpus.db, corpus.dataDir)).map(({ state }) => state);

beforeEach(async () => {
  corpus = await SmallCorpus.create();
}, 60_000);
afterEach(() => corpus.remove());

describe("a re-index", () => {
  it("builds nothing where the active generation is just what it would be, unless it is to be built in full", async () => {
    const { generation } = await corpus.ingest("animals", animals);
    expect(await corpus.reindex()).toMatchObject({ embedded: 0, newGeneration: false, generation, captionsInIndex: 4 });
    const full = await corpus.reindex({ full: true });
    expect(full).toMatchObject({ embedded: 0, newGeneration: true, captionsInIndex: 4 });
    expect(full.generation).not.toBe(generation);
  });

  it("takes other settings of the graph and keeps them from then on; for ef alone it copies rows and graph", async () => {
    const { generation } = await corpus.ingest("animals", animals);
    const { files } = await store().readManifest(String(generation));
    const quicker = await corpus.reindex({ hnsw: { ef: 200 } });
    expect(await store().readManifest(String(quicker.generation))).toMatchObject({ hnsw: { m: 16, ef: 200 }, files });
    const denser = await corpus.reindex({ hnsw: { m: 24 } });
    expect((await store().readManifest(String(denser.generation))).hnsw).toEqual({ m: 24, efConstruction: 200, ef: 200 });
    const { generation: grown } = await corpus.ingest("trains", trains);
    expect((await store().readManifest(String(grown))).hnsw).toEqual({ m: 24, efConstruction: 200, ef: 200 });
  });

  it("takes in the captions that are stored while it builds, before it activates", async () => {
    await corpus.ingest("animals", animals);
    const fake = createFakeEmbedder({ dimensions: 24 });
    let ingest: ReturnType<SmallCorpus["ingest"]> | undefined;
    // When all that is to be embedded has been read, an ingest stores more, and waits for its turn at the index.
    const stored = new Promise<void>((resolve) => {
      corpus.embedder = otherEmbedder(async function* (chunks, textOf, options) {
        const read = [];
        for await (const chunk of chunks) read.push(chunk);
        ingest ??= corpus.ingest("trains", trains, { onProgress: ({ stage }) => void (stage === "wait" && resolve()) });
        await stored;
        yield* fake.embedStream(toStream(read), textOf, options);
      });
    });
    const { generation, embedded } = await corpus.reindex();
    expect({ embedded, captions: await captionsOf(generation) }).toEqual({ embedded: 6, captions: [1, 2, 3, 4, 5, 6] });
    expect(await ingest).toMatchObject({ embedded: 0, newGeneration: false, generation });
  });

  it("takes some languages and collections only, which later ingests keep, until all are asked for", async () => {
    await corpus.ingest("animals", animals);
    expect((await corpus.reindex({ selection: { languages: ["ja"] } })).captionsInIndex).toBe(2);
    const grown = await corpus.ingest("trains", trains);
    expect(grown).toMatchObject({ embedded: 1, captionsInIndex: 3 });
    expect(await captionsOf(grown.generation)).toEqual([2, 4, 6]);
    expect((await corpus.reindex({ selection: { languages: null, collections: ["mine"] } })).captionsInIndex).toBe(6);
    await expect(corpus.reindex({ selection: { collections: ["none"] } })).rejects.toMatchObject({ code: "invalid_parameter", field: "selection" });
    expect((await findActiveGeneration(corpus.db))?.count).toBe(6);
  });

  it("keeps as many generations as are set, the active one included", async () => {
    await corpus.ingest("animals", animals);
    await saveIndexSettings(corpus.db, { recallTarget: 0.95, margin: 0.02, keep: 2 });
    for (const ef of [130, 140, 150]) await corpus.reindex({ hnsw: { ef } });
    expect(await states()).toEqual(["active", "ready", "retired", "retired"]);
    expect(await onDisk()).toHaveLength(2);
  });

  it("stopped while it builds leaves nothing half-written, and the next one embeds nothing again", async () => {
    await corpus.ingest("animals", animals);
    corpus.embedder = otherEmbedder();
    const stop = new AbortController();
    const stopped = corpus.reindex({}, { signal: stop.signal, onProgress: ({ stage }) => void (stage === "write" && stop.abort()) });
    await expect(stopped).rejects.toMatchObject({ code: "cancelled" });
    expect([await onDisk(), await states()]).toEqual([[expect.any(String)], ["active"]]);
    expect(await corpus.reindex()).toMatchObject({ embedded: 0, newGeneration: true, captionsInIndex: 4 });
  });

  it("clears folders that nothing speaks of, and builds a damaged active generation anew", async () => {
    const { generation } = await corpus.ingest("animals", animals);
    await rm(path.join(store().folderOf(String(generation)), "vectors.f32"));
    const mended = await corpus.reindex();
    expect(mended).toMatchObject({ newGeneration: true, captionsInIndex: 4, gate: { passed: true, comparedWith: null } });
    await corpus.db.generation.deleteMany({ where: { id: String(generation) } });
    await corpus.reindex();
    expect(await onDisk()).toEqual([mended.generation]);
  });
});
