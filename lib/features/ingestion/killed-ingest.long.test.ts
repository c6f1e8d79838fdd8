import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bytesToVector } from "@/lib/core/vector";
import { connect } from "@/lib/database/client";

const KILLS = 4;
let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kotomap-kill-"));
  file = path.join(folder, "captions.json");
  const animals = ["dog", "cat", "horse", "犬", "猫", "馬"];
  const annotations = Array.from({ length: 1400 }, (_, i) => ({ id: i + 1, image_id: i % 300, caption: `${animals[i % 6]} ${i} ${"by the sea ".repeat(i % 7)}` }));
  await writeFile(file, JSON.stringify({ images: Array.from({ length: 300 }, (_, id) => ({ id })), annotations }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** @returns the exit code, null where the process was killed, and how long it ran */
async function ingest(dataDir: string, killAfterMs?: number): Promise<{ code: number | null; ms: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/ingest.ts", file, "--device", "cpu", "--json"], { stdio: "ignore", env: { ...process.env, KOTOMAP_DATA_DIR: dataDir } });
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfterMs);
  const [code] = (await once(child, "exit")) as [number | null];
  clearTimeout(timer);
  return { code, ms: performance.now() - start };
}

/** Everything that a search depends on: what must be equal, and vectors, which may differ by rounding. */
async function contents(dataDir: string) {
  const db = connect(dataDir);
  const [active] = await db.generation.findMany({ where: { state: "active" } });
  const read = (name: string) => readFile(path.join(dataDir, "generations", String(active?.id), name));
  const embeddings = await db.embedding.findMany({ orderBy: { captionId: "asc" } });
  const vectors = [...embeddings.map(({ vector }) => bytesToVector(vector)), bytesToVector(await read("vectors.f32"))];
  const exact = {
    captions: await db.caption.findMany({ orderBy: { id: "asc" } }),
    images: await db.image.findMany({ orderBy: { id: "asc" } }),
    embeddings: embeddings.map(({ captionId, textHash }) => [captionId, textHash]),
    labels: (await read("labels.bin")).toString("base64"),
    staged: (await db.stagedCaption.count()) + (await db.stagedImage.count()),
    running: await db.job.count({ where: { state: "running" } }),
    partial: (await readdir(path.join(dataDir, "generations"))).filter((name) => name.endsWith(".partial")),
  };
  await db.$disconnect();
  return { exact, vectors: Float32Array.from(vectors.flatMap((vector) => [...vector])) };
}

describe("an ingest killed with SIGKILL", () => {
  it(`goes on where it stopped, loses and doubles nothing (${KILLS} kills at random moments)`, { timeout: 300_000 }, async () => {
    const whole = path.join(folder, "whole");
    const killed = path.join(folder, "killed");
    const { code, ms } = await ingest(whole);
    expect(code).toBe(0);
    const moments = Array.from({ length: KILLS }, () => Math.random() * ms);
    for (const moment of moments) await ingest(killed, moment);
    expect((await ingest(killed)).code, `killed after ${moments.map(Math.round).join(", ")} ms`).toBe(0);
    const [left, right] = [await contents(killed), await contents(whole)];
    expect(left.exact).toEqual(right.exact);
    expect(left.vectors).toHaveLength(right.vectors.length);
    expect(left.vectors.reduce((most, value, i) => Math.max(most, Math.abs(value - (right.vectors[i] ?? NaN))), 0)).toBeLessThan(1e-6);
  });
});

describe("an ingest stopped with Ctrl-C", () => {
  it("ends with code 130 and one JSON object, keeps what was embedded, and leaves nothing half-written", { timeout: 60_000 }, async () => {
    const dataDir = path.join(folder, "stopped");
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/ingest.ts", file, "--device", "cpu", "--json"], { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, KOTOMAP_DATA_DIR: dataDir } });
    let stdout = "";
    let told = "";
    child.stdout.on("data", (text: Buffer) => (stdout += text.toString()));
    child.stderr.on("data", (text: Buffer) => {
      if (!told.includes("store: done") && (told += text.toString()).includes("store: done")) setTimeout(() => child.kill("SIGINT"), 500);
    });
    const [code] = (await once(child, "close")) as [number | null];
    expect(code).toBe(130);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: "cancelled", message: expect.stringContaining("run the same command again") as string } });
    const db = connect(dataDir);
    expect(await db.job.findMany({ select: { state: true } })).toEqual([{ state: "cancelled" }]);
    expect([await db.caption.count(), await db.stagedCaption.count(), await db.generation.count()]).toEqual([1400, 0, 0]);
    await db.$disconnect();
  });
});
