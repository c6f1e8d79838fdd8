import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import { exactTopK } from "@/lib/vector-index/exact";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import { passingRows } from "./caption-filter";
import { rankCaptions } from "./rank-captions";
import { restrictRows } from "./restrict-rows";

const ROWS = 3000;
const DIMENSIONS = 16;
let dataDir: string;
let generation: LoadedGeneration;

function randomVectors(count: number, seed: number): Float32Array {
  const vectors = new Float32Array(count * DIMENSIONS);
  let state = seed;
  for (let row = 0; row < count; row++) {
    const values = Array.from({ length: DIMENSIONS }, () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 31 - 1);
    const length = Math.hypot(...values);
    vectors.set(values.map((value) => value / length), row * DIMENSIONS);
  }
  return vectors;
}

/** Three captions an image; every tenth caption is Japanese, every hundredth is of another collection. */
async function* rows() {
  yield await Promise.resolve({
    captionIds: Uint32Array.from({ length: ROWS }, (_, row) => row + 1),
    imageIds: Uint32Array.from({ length: ROWS }, (_, row) => Math.floor(row / 3)),
    languages: Array.from({ length: ROWS }, (_, row) => (row % 10 === 0 ? "ja" : "en-GB")),
    collections: Array.from({ length: ROWS }, (_, row) => (row % 100 === 0 ? "rare" : "coco")),
    vectors: randomVectors(ROWS, 1),
  });
}

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "kotomap-rank-"));
  const store = new GenerationStore(dataDir);
  const { manifest } = await store.build({ model: { name: "test", sha256: "0".repeat(64), dimensions: DIMENSIONS }, device: "cpu", hnsw: { m: 16, efConstruction: 200, ef: 100 }, rows: rows() });
  generation = await store.load(manifest.id);
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const query = randomVectors(1, 7);
const ranked = (filter: Parameters<typeof passingRows>[1], excluded: number[] = []) => {
  const passing = restrictRows(generation, passingRows(generation, filter), { required: [], excluded: [Uint32Array.from(excluded)] });
  return [...rankCaptions(generation, query, passing)].flat().map(({ row }) => row);
};

describe("rankCaptions", () => {
  it("gives every caption once, however far one reads", () => {
    const all = ranked({});
    expect(all).toHaveLength(ROWS);
    expect(new Set(all).size).toBe(ROWS);
  });

  it("gives as many as are wanted in one step", () => {
    const [first] = rankCaptions(generation, query, passingRows(generation, {}), [2500]);
    expect(new Set(first?.map(({ row }) => row)).size).toBe(2500);
  });

  it("begins with the captions that an exact search finds", () => {
    const exact = new Set(exactTopK(generation.vectors, query, 100).rows);
    expect(ranked({}).slice(0, 100).filter((row) => exact.has(row)).length).toBeGreaterThanOrEqual(98);
  });

  it("keeps to the filter in every step and reaches all that pass", () => {
    const japanese = ranked({ language: "ja" });
    expect(japanese).toHaveLength(ROWS / 10);
    expect(japanese.every((row) => row % 10 === 0)).toBe(true);
    expect(ranked({ language: "ja", collection: "rare" }).every((row) => row % 100 === 0)).toBe(true);
    expect(ranked({ language: "fr" })).toEqual([]);
    expect(ranked({ collection: "none" })).toEqual([]);
  });

  it("finds regional variants by their language, and nothing by half a tag", () => {
    expect(ranked({ language: "EN" })).toHaveLength(ROWS * 0.9);
    expect(ranked({ language: "e" })).toEqual([]);
  });

  it("leaves out the excluded caption", () => {
    const [first] = ranked({});
    expect(ranked({}, [first!])).not.toContain(first);
    expect(ranked({}, [first!])).toHaveLength(ROWS - 1);
  });
});

describe("passingRows", () => {
  it("counts captions and images", () => {
    expect(passingRows(generation, {})).toMatchObject({ rows: ROWS, images: ROWS / 3, passes: null });
    expect(passingRows(generation, { language: "ja" })).toMatchObject({ rows: ROWS / 10, images: ROWS / 10 });
  });
});

describe("restrictRows", () => {
  const without = (filter: Parameters<typeof passingRows>[1], ...excluded: number[][]) => restrictRows(generation, passingRows(generation, filter), { required: [], excluded: excluded.map((rows) => Uint32Array.from(rows)) });

  it("counts one caption less, and its image only where that shows another", () => {
    expect(without({}, [10])).toMatchObject({ rows: ROWS - 1, images: ROWS / 3 });
    expect(without({ language: "ja" }, [10])).toMatchObject({ rows: ROWS / 10 - 1, images: ROWS / 10 - 1 });
    expect(without({ language: "ja" }, [11])).toMatchObject({ rows: ROWS / 10, images: ROWS / 10 });
    expect(without({}, [9, 10], [10, 11])).toMatchObject({ rows: ROWS - 3, images: ROWS / 3 - 1 });
  });

  it("keeps what all required lists have, of what passes", () => {
    const required = [[3, 4, 10, 20], [4, 10, 11, 20]].map((rows) => Uint32Array.from(rows));
    expect(restrictRows(generation, passingRows(generation, {}), { required, excluded: [Uint32Array.from([20])] })).toMatchObject({ rows: 2, images: 2 });
    const japanese = restrictRows(generation, passingRows(generation, { language: "ja" }), { required, excluded: [] });
    expect([3, 4, 10, 20].filter((row) => japanese.passes!(row))).toEqual([10, 20]);
  });
});
