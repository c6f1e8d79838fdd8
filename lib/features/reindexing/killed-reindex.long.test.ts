import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "@/lib/database/client";

const KILLS = 4;
let folder: string;
/** Ingested by the bundled model; each test begins with a copy. */
let begun: string;

async function run(dataDir: string, args: string[], killAfterMs?: number): Promise<{ code: number | null; ms: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, ["--import", "tsx", ...args, "--device", "cpu", "--json"], { stdio: "ignore", env: { ...process.env, KOTOMAP_DATA_DIR: dataDir } });
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfterMs);
  const [code] = (await once(child, "exit")) as [number | null];
  clearTimeout(timer);
  return { code, ms: performance.now() - start };
}

/** Another model, only the English captions, one caption less, and vectors that mean nothing, so that it has to be forced. */
const reindex = (dataDir: string, killAfterMs?: number) =>
  run(dataDir, ["scripts/reindex.ts", "--model", path.resolve("tests/fixtures/models/wordpiece-mean"), "--languages", "en", "--remove-captions", "7", "--m", "8", "--force"], killAfterMs);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kotomap-killed-"));
  begun = path.join(folder, "begun");
  const animals = ["dog", "cat", "horse", "犬", "猫", "馬"];
  const annotations = Array.from({ length: 900 }, (_, i) => ({ id: i + 1, image_id: i % 300, caption: `${animals[i % 6]} ${i} ${"by the sea ".repeat(i % 7)}` }));
  const file = path.join(folder, "captions.json");
  await writeFile(file, JSON.stringify({ images: Array.from({ length: 300 }, (_, id) => ({ id })), annotations }));
  expect((await run(begun, ["scripts/ingest.ts", file])).code).toBe(0);
}, 300_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Everything that a search and a later rollback depend on. */
async function contents(dataDir: string) {
  const db = connect(dataDir);
  const generations = await db.generation.findMany({ where: { state: { not: "retired" } }, orderBy: { id: "asc" } });
  const active = generations.find(({ state }) => state === "active");
  const read = (name: string) => readFile(path.join(dataDir, "generations", String(active?.id), name), "base64");
  const found = {
    states: generations.map(({ state, modelName, count, forced, selection, removes }) => ({ state, modelName, count, forced, selection, removes })),
    onDisk: (await readdir(path.join(dataDir, "generations"))).length,
    labels: await read("labels.bin"),
    vectors: await read("vectors.f32"),
    removed: await db.caption.findMany({ where: { removedAt: { not: null } }, select: { id: true } }),
    embeddings: await db.embedding.groupBy({ by: ["modelId"], _count: true, orderBy: { modelId: "asc" } }),
    unfinished: await db.job.count({ where: { state: { not: "done" } } }),
  };
  await db.$disconnect();
  return found;
}

describe("a re-index killed with SIGKILL", () => {
  it(`goes on where it stopped and ends as one that was left alone (${KILLS} kills at random moments)`, { timeout: 600_000 }, async () => {
    const [whole, killed] = [path.join(folder, "whole"), path.join(folder, "killed")];
    for (const copy of [whole, killed]) await cp(begun, copy, { recursive: true });
    const { code, ms } = await reindex(whole);
    expect(code).toBe(0);
    const moments = Array.from({ length: KILLS }, () => Math.random() * ms);
    for (const moment of moments) await reindex(killed, moment);
    const last = await reindex(killed);
    const told = `killed after ${moments.map(Math.round).join(", ")} ms`;
    expect(last.code, told).toBe(0);
    expect(await contents(killed), told).toEqual(await contents(whole));
  });
});
