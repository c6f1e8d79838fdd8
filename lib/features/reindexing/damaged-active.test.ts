import { open } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deleteGeneration } from "./delete-generation";
import { switchGeneration } from "./switch-generation";
import { SmallCorpus } from "./testing/small-corpus";

let corpus: SmallCorpus;
let first: string;
let second: string;

/** Damage that no size tells. */
async function flipBit(generation: string, name: string): Promise<void> {
  const handle = await open(path.join(corpus.dataDir, "generations", generation, name), "r+");
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, 100);
  await handle.write(Buffer.from([(buffer[0] ?? 0) ^ 4]), 0, 1, 100);
  await handle.close();
}

beforeEach(async () => {
  corpus = await SmallCorpus.create();
  first = String((await corpus.ingest("dogs", Array.from({ length: 120 }, (_, i) => [`dog ${i >> 1}`, `A dog, number ${i >> 1}, runs.`, "en"]))).generation);
  second = String((await corpus.reindex({ hnsw: { m: 8 } })).generation);
});
afterEach(() => corpus.remove());

describe("with one bit of the active generation flipped", () => {
  beforeEach(() => flipBit(second, "vectors.f32"));

  it("a new one is compared with the last good one, which searches use", async () => {
    expect((await corpus.reindex({ full: true })).gate).toMatchObject({ comparedWith: first, siblings: { before: expect.any(Number) as number } });
  });

  it("the last good one is not deleted before another is whole", async () => {
    await expect(deleteGeneration(corpus.db, corpus.dataDir, first)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("Searches use") as string });
    await corpus.reindex({ full: true });
    await deleteGeneration(corpus.db, corpus.dataDir, first);
  });
});

it("a kept generation with one bit flipped does not become active", async () => {
  await flipBit(first, "index.hnsw");
  await expect(switchGeneration(corpus.db, corpus.dataDir, first)).rejects.toMatchObject({ code: "index_damaged", message: expect.stringContaining("index.hnsw") as string });
  expect(await corpus.db.generation.findFirst({ where: { state: "active" } })).toMatchObject({ id: second });
});
