import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { row } from "@/lib/core/vector";
import { GenerationStore } from "./generation-store";
import { buildRequest, captionChunks, dimensions } from "./testing/captions";
import { clusteredVectors } from "./testing/clustered-vectors";
import type { RowChunk } from "./write-rows";

const vectors = clusteredVectors(230, dimensions, 5);
let dataDir: string;
let store: GenerationStore;

beforeEach(async () => {
  dataDir = await fs.mkdtemp(path.join(os.tmpdir(), "kotomap-generations-"));
  store = new GenerationStore(dataDir);
});
afterEach(() => fs.rm(dataDir, { recursive: true }));

const onDisk = () => fs.readdir(path.join(dataDir, "generations"));

describe("a generation", () => {
  it("comes back from disk with its rows, labels and neighbours", async () => {
    const progress: number[] = [];
    const { manifest, mode } = await store.build(buildRequest(vectors, { onProgress: (done) => progress.push(done) }));
    const loaded = await store.load(manifest.id);
    expect(mode).toBe("full");
    expect(progress.at(-1)).toBe(230);
    expect(loaded.manifest).toEqual(manifest);
    expect(manifest).toMatchObject({ count: 230, languages: ["ja", "en"], collections: ["coco", "flickr30k"], device: "cpu" });
    expect(loaded.vectors).toEqual(vectors);
    expect([loaded.labels.captionIds[99], loaded.labels.imageIds[99], loaded.labels.languages[99], loaded.labels.collections[99]]).toEqual([307, 20, 1, 1]);
    for (const r of [0, 49, 229]) expect(loaded.index.search(row(vectors, r, dimensions), 1, 40).rows[0]).toBe(r);
  });

  it("finds the row of a caption and the rows of an image", async () => {
    const chunks = [
      { captionIds: [1, 5], imageIds: [7, 3] },
      { captionIds: [6, 4_000_000_000], imageIds: [4_294_967_295, 7] },
    ];
    const rows = async function* (): AsyncGenerator<RowChunk> {
      for (const [i, chunk] of chunks.entries()) {
        await Promise.resolve();
        const part = vectors.subarray(2 * i * dimensions, (2 * i + 2) * dimensions);
        yield { captionIds: Uint32Array.from(chunk.captionIds), imageIds: Uint32Array.from(chunk.imageIds), languages: ["ja", "ja"], collections: ["a", "a"], vectors: part };
      }
    };
    const { manifest } = await store.build(buildRequest(vectors, { rows: rows() }));
    const { rowOfCaption, rowsOfImage } = await store.load(manifest.id);
    expect([1, 5, 6, 4_000_000_000].map(rowOfCaption)).toEqual([0, 1, 2, 3]);
    expect([0, 2, 7, 4_000_000_001, -1].map(rowOfCaption)).toEqual([null, null, null, null, null]);
    expect([7, 3, 4_294_967_295, 4, 0].map((image) => [...rowsOfImage(image)])).toEqual([[0, 3], [1], [2], [], []]);
  });

  it.each([0, 1, 2])("may hold %i captions", async (count) => {
    const part = vectors.subarray(0, count * dimensions);
    const { manifest } = await store.build(buildRequest(part));
    const { index, vectors: read } = await store.load(manifest.id);
    expect(read).toEqual(part);
    expect(index.search(row(vectors, 0, dimensions), 10, 40).rows).toHaveLength(count);
  });

  it("is built alike whatever the size of the chunks", async () => {
    const first = await store.build(buildRequest(vectors));
    const second = await store.build(buildRequest(vectors, { rows: captionChunks(vectors, 7) }));
    expect(second.manifest.files).toEqual(first.manifest.files);
  });
});

describe("a build that does not end well", () => {
  it("leaves nothing when the stream fails", async () => {
    const rows = async function* () {
      yield* captionChunks(vectors.subarray(0, 100 * dimensions));
      await Promise.reject(new Error("no more captions"));
    };
    await expect(store.build(buildRequest(vectors, { rows: rows() }))).rejects.toThrow("no more captions");
    expect(await onDisk()).toEqual([]);
  });

  it("leaves nothing when it is stopped while reading", async () => {
    const stop = new AbortController();
    let closed = false;
    const rows = async function* () {
      try {
        for await (const chunk of captionChunks(vectors)) {
          yield chunk;
          stop.abort();
        }
      } finally {
        closed = true;
      }
    };
    await expect(store.build(buildRequest(vectors, { rows: rows(), signal: stop.signal }))).rejects.toMatchObject({ name: "AbortError" });
    expect([await onDisk(), closed]).toEqual([[], true]);
  });

  it("leaves nothing when it is stopped while indexing", async () => {
    const stop = new AbortController();
    await expect(store.build(buildRequest(vectors, { signal: stop.signal, onProgress: () => stop.abort() }))).rejects.toMatchObject({ name: "AbortError" });
    expect(await onDisk()).toEqual([]);
  });

  it("refuses captions out of order, chunks that do not fit and vectors that are not normalised", async () => {
    const twice = async function* () {
      yield* captionChunks(vectors);
      yield* captionChunks(vectors);
    };
    await expect(store.build(buildRequest(vectors, { rows: twice() }))).rejects.toThrow("Caption 10 came after caption 697");
    await expect(store.build(buildRequest(vectors, { model: { name: "test", sha256: "00", dimensions: 25 } }))).rejects.toThrow(/25 a caption/);
    await expect(store.build(buildRequest(new Float32Array(vectors.length)))).rejects.toThrow(/length must be 1/);
    expect(await onDisk()).toEqual([]);
  });
});

describe("the store", () => {
  it("lists complete generations, newest first", async () => {
    expect(await store.list()).toEqual([]);
    const ids: string[] = [];
    for (let i = 0; i < 4; i++) ids.unshift((await store.build(buildRequest(vectors.subarray(0, dimensions)))).manifest.id);
    await fs.mkdir(path.join(dataDir, "generations", "20261124-101530-3f9a.partial"));
    await fs.mkdir(path.join(dataDir, "generations", "notes"));
    expect(await store.list()).toEqual(ids);
  });

  it("removes a generation, and what killed builds left, and nothing else", async () => {
    const { manifest } = await store.build(buildRequest(vectors.subarray(0, dimensions)));
    await fs.mkdir(path.join(dataDir, "generations", "20261124-101530-3f9a.partial"));
    await fs.mkdir(path.join(dataDir, "generations", "mine.partial"));
    expect(await store.removePartials()).toBe(1);
    expect(await onDisk()).toEqual([manifest.id, "mine.partial"]);
    await store.remove(manifest.id);
    await store.remove(manifest.id);
    expect(await onDisk()).toEqual(["mine.partial"]);
  });

  it("follows no id out of its folder", async () => {
    await store.build(buildRequest(vectors.subarray(0, dimensions)));
    await fs.writeFile(path.join(dataDir, "keep"), "");
    for (const id of ["../keep", "..", "/etc", "20261124-101530-3f9a/../../keep"]) {
      await expect(store.load(id)).rejects.toMatchObject({ code: "not_found" });
      await expect(store.remove(id)).rejects.toMatchObject({ code: "not_found" });
      await expect(store.build(buildRequest(vectors, { base: id }))).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await fs.readdir(dataDir)).toContain("keep");
  });

  it("says so when a generation is not there", async () => {
    await expect(store.load("20261124-101530-3f9a")).rejects.toMatchObject({ code: "not_found", message: "There is no index generation 20261124-101530-3f9a." });
  });
});
