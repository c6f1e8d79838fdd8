import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { expect, it } from "vitest";
import { HnswIndex } from "./hnsw-index";

const DIMENSIONS = 256;
const ROWS = 20_000;

/** Links are random, which is as good as any for what memory they take. */
function fill(): HnswIndex {
  const index = HnswIndex.create(DIMENSIONS, ROWS, { m: 2, efConstruction: 1 });
  const vector = new Float32Array(DIMENSIONS);
  for (let row = 0; row < ROWS; row++) {
    vector.fill(0);
    vector[row % DIMENSIONS] = 1;
    index.put(row, vector);
  }
  return index;
}

it("gives native memory back without a garbage collection, leaves an empty index and no file", async () => {
  const index = fill();
  const before = process.memoryUsage.rss();
  await index.release();
  expect(before - process.memoryUsage.rss()).toBeGreaterThan((ROWS * DIMENSIONS * 4) / 2);
  expect(index.count).toBe(0);
  expect(index.search(Float32Array.from({ length: DIMENSIONS }, (_, i) => (i === 0 ? 1 : 0)), 5, 10).rows).toHaveLength(0);
  expect((await readdir(tmpdir())).filter((name) => name.startsWith(`kotomap-empty-${process.pid}-`))).toEqual([]);
  await index.release();
});
