import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { database, type Database } from "@/lib/database/client";
import { ingestCaptions } from "@/lib/features/ingestion/ingest-captions";
import { openJobHere } from "@/lib/features/jobs/open-job-here";
import { runJobHere } from "@/lib/features/jobs/run-job-here";
import { listGenerations } from "../list-generations";
import { pinGoldenQuery } from "../pin-golden-query";
import { reindexHandler } from "../reindex-handler";
import type { GenerationView, ReindexRequest } from "../reindex-types";
import { switchGeneration } from "../switch-generation";

let folder: string;
let db: Database;
/** A model whose vectors mean nothing. */
let random: string;
const dataDir = () => path.join(folder, "data");

async function reindex(request: ReindexRequest) {
  const id = await openJobHere(db, dataDir(), "reindex", request, "command line");
  return runJobHere(db, dataDir(), id, { handler: reindexHandler, signal: new AbortController().signal });
}

const generations = () => listGenerations(db, dataDir());
const inState = async (state: string) => (await generations()).filter((one) => one.state === state);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kotomap-gate-"));
  random = path.join(folder, "random");
  await cp(path.resolve("tests/fixtures/models/wordpiece-mean"), random, { recursive: true });
  const files = ["en", "ja"].map((language) => path.resolve(`public/sample/captions_${language}.json`));
  await ingestCaptions({ files, collection: "sample", language: null, maxBadShare: 0, imagesDir: null, encoder: { device: "cpu" } }, { dataDir: dataDir() });
  db = database(dataDir());
  await pinGoldenQuery(db, { text: "海で遊ぶ犬", expected: [{ collection: "sample", id: "1" }] }, "a test");
}, 300_000);
afterAll(async () => {
  await db.$disconnect();
  await rm(folder, { recursive: true, force: true });
});

describe("a generation that searches worse", { timeout: 300_000 }, () => {
  it("is refused, query by query, and searches go on with the one before", async () => {
    const [before] = await inState("active");
    await expect(reindex({ encoder: { model: random, device: "cpu" } })).rejects.toMatchObject({ code: "gate_failed", message: expect.stringContaining("--force") as string });
    expect(await inState("active")).toEqual([before]);
    const [{ gate }] = (await inState("refused")) as [GenerationView];
    expect(gate).toMatchObject({ passed: false, comparedWith: before?.id, fileFault: null, counts: { expected: 860, found: 860 }, siblings: { queries: 300 }, pinned: { queries: 1, before: 1, after: 0 } });
    expect(gate?.siblings?.after).toBeLessThan((gate?.siblings?.before ?? 0) - 0.5);
    expect(gate?.siblings?.lost).toHaveLength(50);
    expect(gate?.pinned?.lost).toEqual([{ text: "海で遊ぶ犬", image: { collection: "sample", id: "1" }, rankBefore: expect.any(Number) as number, rankAfter: null }]);
    expect(gate?.failures).toHaveLength(2);
  });

  it("becomes active by force, which is recorded, and the one before comes back at once", async () => {
    const [[before], [refused]] = [await inState("active"), await inState("refused")];
    const id = String(refused?.id);
    await expect(switchGeneration(db, dataDir(), id)).rejects.toMatchObject({ code: "gate_failed" });
    expect(await switchGeneration(db, dataDir(), id, { force: true })).toMatchObject({ id, state: "active", forced: true, activatedAt: expect.any(String) as string });
    expect(await switchGeneration(db, dataDir(), String(before?.id), { swap: "pause" })).toMatchObject({ state: "active", forced: false, swap: "pause" });
    expect(await inState("ready")).toMatchObject([{ id, forced: true }]);
  });

  it("becomes active where the re-index itself is told to", async () => {
    expect(await reindex({ encoder: { model: random, device: "cpu" }, full: true, force: true })).toMatchObject({ newGeneration: true, gate: { passed: false }, notices: [expect.stringContaining("gate failed") as string] });
    expect(await inState("active")).toMatchObject([{ forced: true, model: { id: "random" } }]);
  });
});
