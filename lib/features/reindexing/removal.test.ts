import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { vectorToBytes } from "@/lib/core/vector";
import { countCaptions } from "@/lib/database/statistics";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import { deleteGeneration } from "./delete-generation";
import { listSources } from "./list-sources";
import { restoreSource } from "./restore-source";
import { switchGeneration } from "./switch-generation";
import { SmallCorpus } from "./testing/small-corpus";

let corpus: SmallCorpus;
const captionsOf = async (id: string | null) => [...(await new GenerationStore(corpus.dataDir).loadLabels(String(id))).captionIds];
const rows = async () => Promise.all([corpus.db.caption.count(), corpus.db.image.count(), corpus.db.source.count(), corpus.db.embedding.count()]);
const remove = (sourceIds: number[], captionIds: number[] = []) => corpus.reindex({ remove: { sourceIds, captionIds } });

beforeEach(async () => {
  corpus = await SmallCorpus.create();
  await corpus.ingest("animals", [["a", "A dog.", "en"], ["a", "Two dogs.", "en"], ["b", "A cat.", "en"]]);
  await corpus.ingest("trains", [["c", "A red train.", "en"], ["c", "A long train.", "en"]]);
}, 60_000);
afterEach(() => corpus.remove());

describe("removing a source", () => {
  it("takes its captions out of the index and of all counts, and leaves their rows for going back", async () => {
    const { generation, captionsInIndex } = await remove([1]);
    expect([captionsInIndex, await captionsOf(generation)]).toEqual([2, [4, 5]]);
    expect(await countCaptions(corpus.db)).toEqual([{ collection: "mine", language: "en", captions: 2 }]);
    expect(await listSources(corpus.db)).toMatchObject([{ name: "animals.jsonl", captions: 0, images: 0, removedAt: expect.any(String) as string }, { name: "trains.jsonl", captions: 2, images: 1, removedAt: null }]);
    expect(await rows()).toEqual([5, 3, 2, 5]);
  });

  it("is taken back by going back to the generation before, and stays out of what is built after", async () => {
    const before = await corpus.db.generation.findFirstOrThrow({ where: { state: "active" } });
    const { generation } = await remove([1]);
    await switchGeneration(corpus.db, corpus.dataDir, before.id);
    expect(await corpus.db.generation.findFirstOrThrow({ where: { state: "active" } })).toMatchObject({ id: before.id, count: 5 });
    expect((await switchGeneration(corpus.db, corpus.dataDir, String(generation))).count).toBe(2);
    expect((await corpus.ingest("birds", [["d", "A bird.", "en"]])).captionsInIndex).toBe(3);
  });

  it("is undone by restoring it, and by importing its file again", async () => {
    await remove([1], [4]);
    await restoreSource(corpus.db, 1);
    expect((await corpus.reindex()).captionsInIndex).toBe(4);
    const again = await corpus.ingest("trains", [["c", "A red train.", "en"], ["c", "A long train.", "en"]]);
    expect(again).toMatchObject({ embedded: 0, captionsInIndex: 5, sources: [{ new: 1, unchanged: 1, absent: 0 }] });
  });

  it("brings back with a source only the captions that went with it", async () => {
    await remove([], [2]);
    await remove([1]);
    await restoreSource(corpus.db, 1);
    const { generation } = await corpus.reindex();
    expect(await captionsOf(generation)).toEqual([1, 3, 4, 5]);
  });

  it("is refused for one that is not there, and for the last captions of all", async () => {
    await expect(remove([9])).rejects.toMatchObject({ code: "not_found" });
    await expect(remove([1, 2])).rejects.toMatchObject({ code: "conflict" });
    expect(await countCaptions(corpus.db)).toMatchObject([{ captions: 5 }]);
  });
});

describe("a prune", () => {
  it("deletes removed captions once no kept generation has them, with their vectors, images and source", async () => {
    await remove([1]);
    expect(await corpus.prune()).toMatchObject({ captions: 0, images: 0, sources: 0 });
    for (const { id } of await corpus.db.generation.findMany({ where: { state: "ready" } })) await deleteGeneration(corpus.db, corpus.dataDir, id);
    expect(await corpus.prune()).toMatchObject({ captions: 3, images: 2, sources: 1, notices: [] });
    expect(await rows()).toEqual([2, 1, 1, 2]);
    expect((await corpus.verify()).ok).toBe(true);
  });

  it("leaves all of them where it cannot read what a kept generation needs", async () => {
    const [kept] = await corpus.db.generation.findMany({ where: { state: "active" } });
    await remove([1]);
    await corpus.db.generation.update({ where: { id: String(kept?.id) }, data: { state: "ready" } });
    await new GenerationStore(corpus.dataDir).remove(String(kept?.id));
    const { captions, notices } = await corpus.prune();
    expect([captions, notices]).toEqual([0, [expect.stringContaining(String(kept?.id))]]);
    expect((await rows())[0]).toBe(5);
  });

  it("keeps the last 200 ended jobs, and models unless their vectors are asked for", async () => {
    const ended = Array.from({ length: 230 }, () => ({ kind: "verify", state: "done", parameters: "{}" }));
    await corpus.db.job.createMany({ data: ended });
    await corpus.db.model.create({ data: { name: "old", sha256: "old", dimensions: 3, embeddings: { create: { captionId: 1, textHash: "", vector: vectorToBytes(Float32Array.of(1, 0, 0)) } } } });
    expect(await corpus.prune()).toMatchObject({ jobs: 32, models: [], vectors: 0 });
    expect(await corpus.prune({ models: true })).toMatchObject({ models: ["old"], vectors: 1 });
    expect(await corpus.db.embedding.count()).toBe(5);
  });
});
