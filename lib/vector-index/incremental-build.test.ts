import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { row } from "@/lib/core/vector";
import { exactTopK } from "./exact";
import { GenerationStore } from "./generation-store";
import type { LoadedGeneration } from "./load-generation";
import { buildRequest, captionChunks, dimensions } from "./testing/captions";
import { clusteredVectors } from "./testing/clustered-vectors";
import type { RowChunk } from "./write-rows";

const hnsw = { m: 16, efConstruction: 200, ef: 100 };
const all = clusteredVectors(5000, dimensions, 7);
const base = all.subarray(0, 4500 * dimensions);
let dataDir: string;
let store: GenerationStore;
let baseId: string;

beforeAll(async () => {
  dataDir = await fs.mkdtemp(path.join(os.tmpdir(), "kotomap-incremental-"));
  store = new GenerationStore(dataDir);
  baseId = (await store.build(buildRequest(base, { hnsw }))).manifest.id;
});
afterAll(() => fs.rm(dataDir, { recursive: true }));

/** The rows with every `step`th vector replaced by a new one. */
function withChanges(vectors: Float32Array, step: number): Float32Array {
  const changed = vectors.slice();
  const fresh = clusteredVectors(vectors.length / dimensions, dimensions, 8);
  for (let at = 0; at < changed.length; at += step * dimensions) changed.set(fresh.subarray(at, at + dimensions), at);
  return changed;
}

function recall({ index, vectors, manifest }: LoadedGeneration): number {
  const queries = clusteredVectors(400, dimensions, 9);
  let found = 0;
  for (let i = 0; i < 400; i++) {
    const query = row(queries, i, dimensions);
    const exact = new Set(exactTopK(vectors, query, 10).rows);
    found += index.search(query, 10, manifest.hnsw.ef).rows.filter((r) => exact.has(r)).length;
  }
  return found / 4000;
}

describe("a build that continues a base", () => {
  it.each([
    ["with rows added and changed", withChanges(all, 20), 750 - 25],
    ["with rows added", all, 500],
    ["with rows changed", withChanges(base, 6), 750],
    ["with nothing new", base, 0],
  ])("%s has the files of a full build and finds as much", async (_, vectors, indexed) => {
    const continued = await store.build(buildRequest(vectors, { base: baseId, hnsw }));
    const full = await store.build(buildRequest(vectors, { hnsw }));
    expect(continued).toMatchObject({ mode: "incremental", fullBecause: null, indexed });
    for (const name of ["vectors.f32", "labels.bin"] as const) expect(continued.manifest.files[name]).toEqual(full.manifest.files[name]);
    const [mine, theirs] = [recall(await store.load(continued.manifest.id)), recall(await store.load(full.manifest.id))];
    expect(theirs).toBeGreaterThan(0.9);
    expect(mine).toBeGreaterThanOrEqual(theirs - 0.005);
  });

  it("leaves the base as it was", async () => {
    const before = await store.readManifest(baseId);
    await store.build(buildRequest(all, { base: baseId, hnsw }));
    expect((await store.load(baseId)).manifest).toEqual(before);
  });
});

describe("a build in full, although there is a base", () => {
  const withoutCaption = async function* (vectors: Float32Array, absent: number): AsyncGenerator<RowChunk> {
    for await (const chunk of captionChunks(vectors, 1)) if (chunk.captionIds[0] !== absent) yield chunk;
  };

  it.each<[string, Parameters<typeof buildRequest>, RegExp]>([
    ["a caption of the base is gone", [all, { rows: withoutCaption(all, 10) }], /captions of the base are gone/],
    ["the last captions of the base are gone", [base.subarray(0, 4400 * dimensions)], /captions of the base are gone/],
    ["more than 20 % changed", [withChanges(base, 4)], /1125 of 4500 vectors are new/],
    ["the encoder is another", [base, { model: { name: "test", sha256: "cd".repeat(32), dimensions } }], /another encoder/],
    ["M is another", [base, { hnsw: { m: 12, efConstruction: 200, ef: 100 } }], /other HNSW parameters/],
    ["the base does not exist", [base, { base: "20200101-000000-0000" }], /no index generation/],
  ])("is made where %s", async (_, [vectors, more], because) => {
    const { mode, fullBecause } = await store.build(buildRequest(vectors, { base: baseId, hnsw, ...more }));
    expect([mode, fullBecause]).toEqual(["full", expect.stringMatching(because)]);
  });

  it("is made where more than 20 % were added", async () => {
    const small = (await store.build(buildRequest(all.subarray(0, 3900 * dimensions), { hnsw }))).manifest.id;
    expect(await store.build(buildRequest(all, { base: small, hnsw }))).toMatchObject({ mode: "full", fullBecause: "1100 of 5000 captions are new", indexed: 5000 });
  });
});
