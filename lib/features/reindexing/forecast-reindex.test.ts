import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { estimateGenerationBytes } from "./estimate-size";
import { forecastReindex } from "./forecast-reindex";
import { readGeneration } from "./read-generation";
import type { ReindexRequest } from "./reindex-types";
import { SmallCorpus } from "./testing/small-corpus";

type Captions = Parameters<SmallCorpus["ingest"]>[1];

let corpus: SmallCorpus;
const forecast = (request: ReindexRequest = {}) => forecastReindex(corpus.db, request, { dataDir: corpus.dataDir, modelsDir: path.join(corpus.folder, "models") });
const some = (count: number, word: string): Captions => Array.from({ length: count }, (_, i) => [`${word} ${Math.floor(i / 3)}`, `A ${word}, number ${i}.`, i % 4 === 0 ? "ja" : "en"]);

beforeEach(async () => {
  corpus = await SmallCorpus.create();
  const { name, dimensions, maxTokens, languages } = corpus.embedder.model;
  const manifest = { id: name, languages, dimensions: [dimensions], pooling: "mean", normalized: true, prefix: { query: "", document: "" }, maxTokens, graphs: { cpu: "cpu.onnx" }, tokenizer: "tokenizer.json", files: {} };
  await mkdir(path.join(corpus.folder, "models", name), { recursive: true });
  await writeFile(path.join(corpus.folder, "models", name, "model.json"), JSON.stringify(manifest));
  await corpus.ingest("dogs", some(400, "dog"));
}, 60_000);
afterEach(() => corpus.remove());

/** Of the jobs so far, the last one's stage. */
const stages = async () => JSON.parse((await corpus.db.job.findFirstOrThrow({ orderBy: { id: "desc" } })).stages) as { stage: string; total: number | null }[];

describe("a forecast", () => {
  it.each<[string, ReindexRequest, object]>([
    ["a graph of other parameters", { hnsw: { m: 8 } }, { captions: 400, reused: 400, toEmbed: 0, continued: false }],
    ["one language", { selection: { languages: ["ja"] } }, { captions: 100, reused: 100, toEmbed: 0, continued: false }],
    ["all anew", { full: true }, { captions: 400, toEmbed: 0, continued: false }],
  ])("of %s counts what is there", async (_, request, expected) => {
    expect(await forecast(request)).toMatchObject(expected);
  });

  it.each<[string, ReindexRequest, object]>([
    ["a collection without captions", { selection: { collections: ["none"] } }, { code: "invalid_parameter", field: "selection" }],
    ["dimensions that the model's vectors cannot have", { encoder: { dimensions: 100 } }, { code: "invalid_parameter", field: "dimensions", message: expect.stringContaining("have 32 dimensions") as string }],
    ["a caption that never was", { remove: { sourceIds: [], captionIds: [1, 99_999] } }, { code: "not_found", message: expect.stringContaining("99999") as string }],
    ["a source that never was", { remove: { sourceIds: [7], captionIds: [] } }, { code: "not_found", field: "remove" }],
  ])("of %s is refused as the re-index is", async (_, request, expected) => {
    await expect(forecast(request)).rejects.toMatchObject(expected);
    await expect(corpus.reindex(request)).rejects.toMatchObject(expected);
  });

  it("of an empty selection is refused before there is an index, too, as the re-index is", async () => {
    const empty = await SmallCorpus.create();
    try {
      const request: ReindexRequest = { selection: { languages: ["ja"] } };
      const folders = { dataDir: empty.dataDir, modelsDir: path.resolve("models") };
      await expect(forecastReindex(empty.db, request, folders)).rejects.toMatchObject({ code: "invalid_parameter", field: "selection" });
      await expect(empty.reindex(request)).rejects.toMatchObject({ code: "invalid_parameter", field: "selection" });
    } finally {
      await empty.remove();
    }
  });

  it("of a folder without a model is refused", async () => {
    await expect(forecast({ encoder: { model: corpus.folder } })).rejects.toMatchObject({ code: "model_unavailable", message: expect.stringContaining("no ONNX graph") as string });
  });

  it("tells what the re-index then does", async () => {
    const { source } = (await corpus.db.caption.findFirstOrThrow({ include: { source: true } }));
    const request = { hnsw: { m: 8 }, selection: { languages: ["en"] }, remove: { sourceIds: [], captionIds: [2, 3] } };
    const told = await forecast(request);
    const { captionsInIndex, embedded, generation } = await corpus.reindex(request);
    expect([told.captions, told.toEmbed, source.name]).toEqual([captionsInIndex, embedded, "dogs.jsonl"]);
    const { bytes } = await readGeneration(corpus.db, corpus.dataDir, String(generation));
    expect(Math.abs(told.disk.needed - bytes) / bytes).toBeLessThan(0.05);
  });

  it("tells whether the graph is continued, and how much is put into it", async () => {
    // Stored, and not yet in the index: what an ingest leaves that waits for its turn.
    const source = await corpus.db.source.findFirstOrThrow();
    const added = Array.from({ length: 20 }, (_, i) => ({ sourceId: source.id, imageId: 1, externalId: `new ${i}`, language: "en", text: `A new one, ${i}.`, textHash: `${i}` }));
    await corpus.db.caption.createMany({ data: added });
    expect(await forecast()).toMatchObject({ captions: 420, reused: 400, toEmbed: 20, continued: true });
    expect(await corpus.reindex()).toMatchObject({ embedded: 20, captionsInIndex: 420 });
    expect((await stages()).find(({ stage }) => stage === "index")?.total).toBe(20);
  });

  it("takes its rates from the last jobs, names them, and knows none of a model that was never used", async () => {
    expect(await forecast()).toMatchObject({ continued: true, seconds: { embed: 0, index: 0, gate: 0, total: 0 } });
    expect(await forecast({ full: true })).toMatchObject({ rates: { index: { from: "job 1" } }, seconds: { embed: 0, total: expect.any(Number) as number } });
    const other = await forecast({ encoder: { model: "someone/another-model" } });
    expect(other).toMatchObject({ reused: 0, toEmbed: 400, model: { id: "someone/another-model", dimensionChoices: null, toFetch: true }, rates: { embed: null }, seconds: { embed: null, total: null } });
    await expect(forecast({ encoder: { model: "./nowhere" } })).rejects.toMatchObject({ code: "invalid_parameter", field: "model" });
  });
});

it("the size of a generation is told to a thousandth", () => {
  // As measured: COCO and STAIR captions, kotomap-ja-en-v1.
  expect(Math.abs(estimateGenerationBytes({ count: 165_423, dimensions: 384, hnsw: { m: 16 } }) / 534_732_657 - 1)).toBeLessThan(0.001);
});
