import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bytesToVector } from "@/lib/core/vector";
import { connect, type Database } from "./client";
import { countPending, readPending, saveEmbeddings, type PendingCaption } from "./embeddings";
import { migrate } from "./migrate";
import { saveModel } from "./models";

let dataDir: string;
let db: Database;
let sourceId: number;
let imageId: number;
let nextModel = 0;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "kotomap-embeddings-"));
  await migrate(dataDir);
  db = connect(dataDir);
  const image = await db.image.create({ data: { externalId: "1", sortKey: "1", collection: { create: { name: "mine" } } } });
  imageId = image.id;
  sourceId = (await db.source.create({ data: { collectionId: image.collectionId, name: "a.csv", sha256: "", importedAt: new Date() } })).id;
  await db.caption.createMany({ data: Array.from({ length: 1100 }, (_, i) => ({ sourceId, imageId, externalId: String(i), language: "en", text: `Dog ${i}`, textHash: `hash ${i}` })) });
});
afterAll(async () => {
  await db.$disconnect();
  await rm(dataDir, { recursive: true });
});

const newModel = (dimensions: number) => saveModel(db, { name: "m", sha256: `model ${nextModel++}`, dimensions, reference: "{}", settings: "{}" });

async function pendingOf(modelId: number, size = 5000): Promise<PendingCaption[]> {
  const all: PendingCaption[] = [];
  for await (const chunk of readPending(db, modelId, size)) all.push(...chunk);
  return all;
}

/** Values that tell row and place. */
const vectorsOf = (captions: PendingCaption[], dimensions: number, shift = 0) => Float32Array.from(captions.flatMap(({ id }) => Array.from({ length: dimensions }, (_, i) => id + i / 1000 + shift)));

async function stored(modelId: number) {
  const rows = await db.embedding.findMany({ where: { modelId }, orderBy: { captionId: "asc" } });
  return rows.map(({ captionId, textHash, vector }) => ({ captionId, textHash, vector: [...bytesToVector(vector)] }));
}

const expected = (captions: PendingCaption[], vectors: Float32Array) => {
  const dimensions = vectors.length / captions.length;
  return captions.map(({ id, textHash }, i) => ({ captionId: id, textHash, vector: [...vectors.subarray(i * dimensions, (i + 1) * dimensions)] }));
};

describe("saveEmbeddings", () => {
  it.each([
    [1, 384],
    [7, 3],
    [1100, 64],
  ])("stores %i vectors of %i values, each with its caption and text", async (count, dimensions) => {
    const modelId = await newModel(dimensions);
    const captions = (await pendingOf(modelId)).slice(0, count);
    const vectors = vectorsOf(captions, dimensions);
    await saveEmbeddings(db, modelId, captions, vectors);
    expect(await stored(modelId)).toEqual(expected(captions, vectors));
    expect(await countPending(db, modelId)).toBe(1100 - count);
  });

  it("stores vectors that are a part of larger memory", async () => {
    const modelId = await newModel(5);
    const captions = (await pendingOf(modelId)).slice(0, 3);
    const vectors = vectorsOf(captions, 5);
    const larger = new Float32Array(40);
    larger.set(vectors, 11);
    await saveEmbeddings(db, modelId, captions, larger.subarray(11, 26));
    expect(await stored(modelId)).toEqual(expected(captions, vectors));
  });

  it("replaces stale vectors and leaves the others, and those of another model", async () => {
    const [modelId, other] = [await newModel(4), await newModel(4)];
    const captions = (await pendingOf(modelId)).slice(0, 9);
    const before = vectorsOf(captions, 4);
    for (const id of [modelId, other]) await saveEmbeddings(db, id, captions, before);
    const changed = captions.slice(2, 5).map((caption) => ({ ...caption, textHash: `${caption.textHash} anew` }));
    const after = vectorsOf(changed, 4, 0.5);
    await saveEmbeddings(db, modelId, changed, after);
    expect(await stored(modelId)).toEqual([...expected(captions, before).slice(0, 2), ...expected(changed, after), ...expected(captions, before).slice(5)]);
    expect(await stored(other)).toEqual(expected(captions, before));
  });

  it("stores none where one of them cannot be, and nothing where there are none", async () => {
    const modelId = await newModel(2);
    const captions = [...(await pendingOf(modelId)).slice(0, 4), { id: 999_999, text: "gone", textHash: "gone" }];
    await expect(saveEmbeddings(db, modelId, captions, vectorsOf(captions, 2))).rejects.toThrow(/FOREIGN KEY/);
    await saveEmbeddings(db, modelId, [], new Float32Array());
    expect(await stored(modelId)).toEqual([]);
  });
});

describe("readPending", () => {
  it.each([1, 3, 4])("gives what has no vector of its present text, by id, at most %i at once", async (size) => {
    const modelId = await newModel(2);
    const all = await pendingOf(modelId);
    const [kept, stale] = [all.slice(8), all.slice(2, 4)];
    await saveEmbeddings(db, modelId, kept, vectorsOf(kept, 2));
    await saveEmbeddings(db, modelId, stale.map((caption) => ({ ...caption, textHash: "earlier" })), vectorsOf(stale, 2));
    const chunks: number[][] = [];
    for await (const chunk of readPending(db, modelId, size)) chunks.push(chunk.map(({ id }) => id));
    expect(chunks.flat()).toEqual(all.slice(0, 8).map(({ id }) => id));
    expect(Math.max(...chunks.map(({ length }) => length))).toBe(size);
  });
});
