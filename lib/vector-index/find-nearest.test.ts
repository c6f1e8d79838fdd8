import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { row } from "@/lib/core/vector";
import { exactTopK } from "./exact";
import { findNearest } from "./find-nearest";
import { indexVectors } from "./index-vectors";
import type { IndexFile } from "./load-generation";
import { clusteredVectors } from "./testing/clustered-vectors";

const COUNT = 2000;
const DIMENSIONS = 32;
const K = 20;
let folder: string;
let index: IndexFile;
let vectors: Float32Array;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kotomap-nearest-"));
  vectors = new Float32Array(new SharedArrayBuffer(4 * COUNT * DIMENSIONS));
  vectors.set(clusteredVectors(COUNT, DIMENSIONS, 1));
  index = await indexVectors(path.join(folder, "index.hnsw"), vectors, DIMENSIONS, { m: 16, efConstruction: 200 }, { signal: new AbortController().signal, onProgress: () => undefined });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function room(rows: number, k = K) {
  return { neighbours: new Int32Array(new SharedArrayBuffer(4 * rows * k)).fill(-1), distances: new Float32Array(new SharedArrayBuffer(4 * rows * k)) };
}

function share<T extends Int32Array | Uint8Array>(array: T): T {
  const Type = array.constructor as new (buffer: SharedArrayBuffer) => T;
  const shared = new Type(new SharedArrayBuffer(array.byteLength));
  shared.set(array);
  return shared;
}

const all = (threads: number, into = room(COUNT)) => findNearest({ ...index, vectors, rows: null, among: null, k: K, ...into }, { threads }).then(() => into);

describe("the nearest of many rows", () => {
  it("are found as a comparison of all rows finds them, nearest first, a row never its own", async () => {
    const { neighbours, distances } = await all(2);
    let found = 0;
    for (let i = 0; i < COUNT; i++) {
      const [own, far] = [neighbours.subarray(i * K, (i + 1) * K), distances.subarray(i * K, (i + 1) * K)];
      expect(own).not.toContain(i);
      expect([...far]).toEqual([...far].sort((a, b) => a - b));
      const truth = new Set([...exactTopK(vectors, row(vectors, i, DIMENSIONS), K + 1).rows].filter((other) => other !== i).slice(0, K));
      found += own.filter((other) => truth.has(other)).length;
    }
    expect(found / (COUNT * K)).toBeGreaterThan(0.99);
  });

  it("are the same with any number of threads", async () => {
    expect(await all(1)).toEqual(await all(3));
  });

  it("are looked for among chosen rows, for chosen rows", async () => {
    const rows = share(Int32Array.from([5, 1000, 1999]));
    const among = share(Uint8Array.from({ length: COUNT }, (_, i) => i % 2));
    const into = room(rows.length, 5);
    await findNearest({ ...index, vectors, rows, among, k: 5, ...into }, { threads: 1 });
    const odd = Array.from({ length: COUNT / 2 }, (_, i) => 2 * i + 1);
    rows.forEach((own, i) => {
      const truth = [...exactTopK(vectors, row(vectors, own, DIMENSIONS), 6, odd).rows].filter((other) => other !== own).slice(0, 5);
      expect([...into.neighbours.subarray(5 * i, 5 * i + 5)]).toEqual(truth);
    });
  });

  it("are given up at once where it is asked for, and progress is told to the end", async () => {
    const stop = new AbortController();
    const reason = new Error("enough");
    const stopped = findNearest({ ...index, vectors, rows: null, among: null, k: K, ...room(COUNT) }, { signal: stop.signal, threads: 2 });
    stop.abort(reason);
    await expect(stopped).rejects.toBe(reason);
    const told: number[] = [];
    await findNearest({ ...index, vectors, rows: null, among: null, k: K, ...room(COUNT) }, { threads: 2, onProgress: (done) => told.push(done) });
    expect(told.at(-1)).toBe(COUNT);
  });

  it("say that a thread cannot read its index", async () => {
    await expect(findNearest({ ...index, file: path.join(folder, "absent.hnsw"), vectors, rows: null, among: null, k: K, ...room(COUNT) }, { threads: 1 })).rejects.toMatchObject({ code: "internal", message: expect.stringMatching(/looks for neighbours failed/) as string });
  });
});
