import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { row } from "@/lib/core/vector";
import { exactTopK } from "./exact";
import { findHnswFault } from "./hnsw-file";
import { HnswIndex } from "./hnsw-index";
import { clusteredVectors } from "./testing/clustered-vectors";

const dimensions = 24;
const parameters = { m: 8, efConstruction: 60 };
const vectors = clusteredVectors(2000, dimensions, 3);
const queries = clusteredVectors(20, dimensions, 4);

function indexOf(count: number): HnswIndex {
  const index = HnswIndex.create(dimensions, count, parameters);
  for (let i = 0; i < count; i++) index.put(i, row(vectors, i, dimensions));
  return index;
}

describe("HnswIndex", () => {
  const index = indexOf(2000);
  const query = row(queries, 0, dimensions);

  it.each([0, 1, 2, 30])("finds every one of %i rows in the order of exact search when k is larger", (count) => {
    const small = indexOf(count);
    const exact = exactTopK(vectors.subarray(0, count * dimensions), query, count);
    const found = small.search(query, 100, 10);
    expect([...found.rows]).toEqual([...exact.rows]);
    found.scores.forEach((score, i) => expect(score).toBeCloseTo(exact.scores[i] as number, 5));
  });

  it("returns k rows where ef is smaller than k, absent or NaN", () => {
    for (const ef of [1, 0, Number.NaN]) expect(index.search(query, 50, ef).rows).toHaveLength(50);
  });

  it("returns nothing for k = 0 and k = NaN", () => {
    expect(index.search(query, 0, 10).rows).toHaveLength(0);
    expect(index.search(query, Number.NaN, 10).rows).toHaveLength(0);
  });

  it("honours the filter inside the search: 1 % of the rows still fill k", () => {
    const allowed = (r: number) => r % 100 === 3;
    const rows = Array.from({ length: 20 }, (_, i) => 100 * i + 3);
    const found = index.search(query, 10, 20, allowed);
    expect([...found.rows]).toEqual([...exactTopK(vectors, query, 10, rows).rows]);
  });

  it("returns fewer than k where fewer rows pass the filter", () => {
    expect(index.search(query, 10, 20, () => false).rows).toHaveLength(0);
    expect([...index.search(query, 10, 20, (r) => r === 1234).rows]).toEqual([1234]);
  });

  it("passes on what a filter throws and stays usable", () => {
    const broken = () => {
      throw new Error("filter broke");
    };
    expect(() => index.search(query, 5, 20, broken)).toThrow("filter broke");
    expect(index.search(query, 5, 20).rows).toHaveLength(5);
  });

  it("refuses vectors that are of another length, not finite or not normalised", () => {
    expect(() => index.search(new Float32Array(23), 1, 1)).toThrow(/23 values does not fit an index of 24/);
    for (const bad of [Number.NaN, Infinity, 0, 1]) expect(() => index.search(new Float32Array(dimensions).fill(bad), 1, 1)).toThrow(/must be 1/);
    expect(() => indexOf(1).put(1, new Float32Array(dimensions))).toThrow(/must be 1/);
  });

  it("refuses a row that would leave a gap", () => {
    expect(() => indexOf(2).put(3, query)).toThrow("Row 3 cannot follow 2 rows.");
  });

  it("replaces a row in place", () => {
    const changed = indexOf(200);
    changed.put(17, query);
    expect(changed.count).toBe(200);
    expect(changed.search(query, 1, 50)).toMatchObject({ rows: Uint32Array.of(17) });
    expect([...changed.search(row(vectors, 17, dimensions), 1, 50).rows]).not.toEqual([17]);
  });
});

describe("an index file", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), "kotomap-hnsw-"));
  });
  afterAll(() => fs.rm(folder, { recursive: true }));

  it.each([0, 1, 2, 300])("with %i rows answers after loading as before saving, and can grow", async (count) => {
    const file = path.join(folder, `${count}.hnsw`);
    const index = indexOf(count);
    await index.save(file, parameters);
    const loaded = await HnswIndex.load(file, { ...parameters, dimensions, count });
    for (let i = 0; i < 20; i++) expect(loaded.search(row(queries, i, dimensions), 10, 40)).toEqual(index.search(row(queries, i, dimensions), 10, 40));
    loaded.resize(count + 1);
    loaded.put(count, row(queries, 0, dimensions));
    expect(loaded.search(row(queries, 0, dimensions), 1, 50).rows[0]).toBe(count);
  });

  it("is refused where it was cut, lengthened or built otherwise than expected", async () => {
    const file = path.join(folder, "shape.hnsw");
    await indexOf(300).save(file, parameters);
    const bytes = await fs.readFile(file);
    const shape = { ...parameters, dimensions, count: 300 };
    expect(await findHnswFault(file, shape)).toBeNull();
    expect(await findHnswFault(file, { ...shape, count: 299 })).toBe("holds 300 rows instead of 299");
    expect(await findHnswFault(file, { ...shape, m: 16 })).toBe("was built with M 8 instead of 16");
    expect(await findHnswFault(file, { ...shape, efConstruction: 61 })).toBe("was built with efConstruction 60 instead of 61");
    expect(await findHnswFault(file, { ...shape, dimensions: 25 })).toBe("does not hold vectors of 25 dimensions");
    for (const length of [50, 5000, bytes.length - 1, bytes.length + 1]) {
      await fs.writeFile(file, Buffer.concat([bytes, Buffer.alloc(1)]).subarray(0, length));
      expect(await findHnswFault(file, shape)).toMatch(new RegExp(`${length} bytes`));
    }
  });

  it.skipIf(process.platform !== "linux")("that a full disk cut short is reported, although the native writer is silent (needs Linux's /dev/full)", async () => {
    await expect(indexOf(300).save("/dev/full", parameters)).rejects.toMatchObject({ code: "disk_full", message: expect.stringContaining("/dev/full") as string });
  });
});
