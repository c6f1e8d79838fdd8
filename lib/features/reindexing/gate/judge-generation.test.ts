import { open } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ProgressMeter } from "@/lib/features/jobs/progress-meter";
import { seededRandom } from "@/lib/core/random";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import { listGenerations } from "../list-generations";
import { SmallCorpus } from "../testing/small-corpus";
import { judgeGeneration } from "./judge-generation";

const COUNT = 1500;
const words = ["dog", "cat", "train", "sea", "snow", "red", "runs", "sleeps", "old", "street", "window", "two", "bird", "boat", "tall", "flower"];

let corpus: SmallCorpus;

/** Captions of some random words; no two of an image are alike. */
function someCaptions(): [string, string, string][] {
  const random = seededRandom(7);
  return Array.from({ length: COUNT }, (_, i) => [`image ${i % 500}`, Array.from({ length: 6 }, () => words[Math.floor(random() * words.length)]).join(" "), "en"]);
}

beforeAll(async () => {
  corpus = await SmallCorpus.create();
  await corpus.ingest("captions", someCaptions());
}, 120_000);
afterAll(() => corpus.remove());

const judge = (id: string, more: { expected?: number; signal?: AbortSignal } = {}) =>
  judgeGeneration(corpus.db, id, { dataDir: corpus.dataDir, modelsDir: "models", expected: COUNT, recallTarget: 0.95, margin: 0.02, meter: new ProgressMeter(() => undefined), signal: new AbortController().signal, ...more });

describe("the gate", { timeout: 120_000 }, () => {
  it("refuses a graph that misses what exact search finds", async () => {
    await expect(corpus.reindex({ hnsw: { m: 2, efConstruction: 1, ef: 1 } })).rejects.toMatchObject({ code: "gate_failed", message: expect.stringContaining("M 2, efConstruction 1, ef 1") as string });
    const [refused, active] = await listGenerations(corpus.db, corpus.dataDir);
    expect([refused?.state, active?.state]).toEqual(["refused", "active"]);
    expect(refused?.gate?.recall).toMatchObject({ target: 0.95, queries: 100 });
    expect(refused?.gate?.recall?.value).toBeLessThan(0.95);
    expect(active?.gate?.recall?.value).toBeGreaterThan(0.95);
  });

  it("finds the same twice, and nothing lost by a generation that is compared with itself", async () => {
    const [, active] = await listGenerations(corpus.db, corpus.dataDir);
    const id = String(active?.id);
    const first = { ...(await judge(id)), seconds: expect.any(Number) as number, checkedAt: expect.any(String) as string };
    expect(first).toMatchObject({ passed: true, comparedWith: id, siblings: { queries: 300, lost: [], gained: 0 }, pinned: null });
    expect(first.siblings?.before).toBe(first.siblings?.after);
    expect(await judge(id)).toMatchObject(first);
  });

  it("names captions that are missing and files that are damaged", async () => {
    const [refused, active] = await listGenerations(corpus.db, corpus.dataDir);
    expect(await judge(String(active?.id), { expected: COUNT + 1 })).toMatchObject({ passed: false, failures: [`It holds ${COUNT} captions, and ${COUNT + 1} belong into it.`] });
    const file = await open(path.join(new GenerationStore(corpus.dataDir).folderOf(String(refused?.id)), "index.hnsw"), "r+");
    await file.write(Buffer.from([1, 2, 3, 4]), 0, 4, 5000);
    await file.close();
    expect(await judge(String(refused?.id))).toMatchObject({ passed: false, fileFault: expect.stringContaining("index.hnsw") as string, recall: null });
    expect((await corpus.verify()).generations).toMatchObject([{ id: refused?.id, faults: [{ mend: expect.stringContaining("delete") as string }] }, { id: active?.id, faults: [] }]);
  });

  it("does not ask captions whose image had a text corrected, and holds no correction against a generation", async () => {
    const corrected = someCaptions().map(([image, text, language], i): [string, string, string] => [image, i % 500 < 400 ? `${text} corrected` : text, language]);
    const { newGeneration } = await corpus.ingest("captions", corrected);
    const [grown] = await listGenerations(corpus.db, corpus.dataDir);
    expect(newGeneration).toBe(true);
    expect(grown?.gate).toMatchObject({ passed: true, siblings: { queries: 60, lost: [] } });
  });

  it("ends where it is stopped", async () => {
    const active = (await listGenerations(corpus.db, corpus.dataDir)).find(({ state }) => state === "active");
    const stop = new AbortController();
    stop.abort(new Error("stopped"));
    await expect(judge(String(active?.id), { signal: stop.signal })).rejects.toThrow("stopped");
  });

  it("does not judge a handful of captions by chance", async () => {
    const few = await SmallCorpus.create();
    try {
      await few.ingest("few", [["a", "A dog.", "en"], ["a", "A bird.", "en"], ["b", "A cat.", "en"]]);
      const { gate } = await few.reindex({ hnsw: { m: 2, efConstruction: 1, ef: 1 } });
      expect(gate).toMatchObject({ passed: true, counts: { expected: 3, found: 3 }, recall: null, siblings: null, pinned: null });
    } finally {
      await few.remove();
    }
  });
});
