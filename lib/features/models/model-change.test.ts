import { cp, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { ingestCaptions } from "@/lib/features/ingestion/ingest-captions";
import { embedQuery } from "@/lib/features/search/embed-query";
import { SearchEngine } from "@/lib/features/serving/search-engine";
import type { EncoderWish } from "./encoder-wish";

const BUNDLED = "kotomap-ja-en-v1";
const CAPTIONS = ["A dog runs along the beach.", "A red train stands at the station.", "海辺を犬が走っている。"];
let folder: string;
let small: string;
const dataDir = () => path.join(folder, "data");
/** Milliseconds that the engine's clock is ahead. */
let ahead = 0;
const engine = () => new SearchEngine(dataDir(), path.resolve("models"), () => performance.now() + ahead);
const modelOf = (serving: SearchEngine) => serving.use(({ embedder }) => Promise.resolve(embedder.model.name));

async function ingest(encoder: EncoderWish = {}, captions = CAPTIONS) {
  const file = path.join(folder, "captions.csv");
  await writeFile(file, `image_id,caption\n${captions.map((caption, i) => `${i},${caption}`).join("\n")}\n`);
  return ingestCaptions({ files: [file], collection: "mine", language: null, maxBadShare: 0, imagesDir: null, encoder: { device: "cpu", ...encoder } }, { dataDir: dataDir() });
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kotomap-models-"));
  small = path.join(folder, "small-bert");
  await cp(path.resolve("tests/fixtures/models/wordpiece-mean"), small, { recursive: true });
});
afterEach(async () => {
  await database(dataDir()).$disconnect();
  await rm(folder, { recursive: true, force: true });
});

describe("an ingest with another model", () => {
  it("embeds all captions by it, and none of them where that was done before", async () => {
    expect(await ingest()).toMatchObject({ embedded: 3, model: { id: BUNDLED, dimensions: 384 }, device: "cpu" });
    expect(await ingest({ model: small })).toMatchObject({ embedded: 3, newGeneration: true, model: { id: "small-bert" } });
    expect(await ingest({ model: BUNDLED })).toMatchObject({ embedded: 0, newGeneration: true, captionsInIndex: 3, model: { id: BUNDLED }, device: null });
    expect(await database(dataDir()).embedding.groupBy({ by: ["modelId"], _count: true })).toEqual([1, 2].map((modelId) => ({ modelId, _count: 3 })));
  });

  it("goes on with the model of the index where none is named, settings included", async () => {
    const { model } = await ingest({ model: small, settings: { documentPrefix: "passage: ", queryPrefix: "query: " } });
    expect(await ingest({}, [...CAPTIONS, "A cat."])).toMatchObject({ embedded: 1, captionsInIndex: 4, model });
  });

  it("counts other settings as another model", async () => {
    await ingest({ model: small });
    expect(await ingest({ settings: { pooling: "cls" } })).toMatchObject({ embedded: 3, newGeneration: true });
  });

  it("is refused, and changes nothing, where the model cannot be used", async () => {
    const { generation } = await ingest();
    await rm(path.join(small, "tokenizer.json"));
    await expect(ingest({ model: small }, ["Another."])).rejects.toMatchObject({ code: "model_unavailable", message: expect.stringContaining("tokenizer") as string });
    await expect(ingest({ model: path.join(folder, "none") })).rejects.toMatchObject({ code: "invalid_parameter" });
    const serving = engine();
    await serving.refresh({ wait: true });
    expect(serving.manifest?.id).toBe(generation);
    expect(await database(dataDir()).caption.count()).toBe(3);
  });
});

describe("a generation of shorter vectors", () => {
  it("says so in its manifest, finds the same captions, and is what later ingests continue", async () => {
    await ingest();
    expect(await ingest({ dimensions: 128 })).toMatchObject({ embedded: 0, newGeneration: true, model: { id: BUNDLED, dimensions: 128 } });
    const rows = await engine().use(async (serving) => {
      expect(serving.generation.manifest.model.dimensions).toBe(128);
      const vector = await embedQuery(serving, "犬と海");
      expect(vector).toHaveLength(128);
      return serving.generation.index.search(vector, 3, 10).rows;
    });
    expect(rows[2]).toBe(1);
    expect(await ingest({}, [...CAPTIONS, "A cat."])).toMatchObject({ embedded: 1, model: { dimensions: 128 } });
    expect(await ingest({ dimensions: 384 }, [...CAPTIONS, "A cat."])).toMatchObject({ embedded: 0, newGeneration: true, model: { dimensions: 384 } });
  });

  it("is refused where the model's vectors may not be cut so", async () => {
    await expect(ingest({ dimensions: 100 })).rejects.toMatchObject({ code: "invalid_parameter", field: "dimensions", message: expect.stringContaining("384, 256, 128, 64") as string });
    await expect(ingest({ model: small, dimensions: 3 })).rejects.toThrow(/may not be cut/);
    expect(await database(dataDir()).caption.count()).toBe(0);
  });
});

describe("a server", () => {
  it("takes a generation and the model that made it at once", async () => {
    await ingest();
    const serving = engine();
    const models = await serving.use(async (before) => {
      await ingest({ model: small });
      ahead += 2000;
      await serving.refresh({ wait: true });
      return serving.use(async (after) => {
        for (const { generation, embedder } of [before, after]) expect(embedder.model.sha256).toBe(generation.manifest.model.sha256);
        const { scores } = after.generation.index.search(await after.embedder.embed(CAPTIONS.slice(0, 1)), 1, 10);
        expect(scores[0]).toBeCloseTo(1, 3);
        expect(await before.embedder.embed(CAPTIONS.slice(0, 1))).toHaveLength(384);
        return [before.embedder.model.name, after.embedder.model.name];
      });
    });
    expect(models).toEqual([BUNDLED, "small-bert"]);
  });

  it("answers by the last generation whose model is there, and names the one that is missing", async () => {
    await ingest();
    await ingest({ model: small });
    await rename(small, `${small}-elsewhere`);
    const serving = engine();
    expect(await modelOf(serving)).toBe(BUNDLED);
    expect(serving.problems).toEqual([{ code: "model_unavailable", message: expect.stringContaining(small) as string }]);
  });

  it("takes up a model that comes back, without a restart or an ingest, and asks for it ever more seldom", async () => {
    await ingest({ model: small });
    await rename(small, `${small}-elsewhere`);
    const serving = engine();
    await expect(modelOf(serving)).rejects.toMatchObject({ code: "model_unavailable" });
    const after = async (seconds: number) => {
      ahead += seconds * 1000;
      await serving.refresh({ wait: true });
      return serving.manifest?.model.name ?? null;
    };
    expect(await after(5)).toBeNull();
    await rename(`${small}-elsewhere`, small);
    expect(await after(5)).toBeNull();
    expect(await after(5)).toBe("small-bert");
    expect(serving.problems).toEqual([]);
  });

  it("does not search with a model whose files have changed", async () => {
    await ingest({ model: small });
    await writeFile(path.join(small, "1_Pooling", "config.json"), JSON.stringify({ pooling_mode_cls_token: true }));
    await expect(modelOf(engine())).rejects.toThrow(/another version of the encoder \(small-bert\)/);
  });
});
