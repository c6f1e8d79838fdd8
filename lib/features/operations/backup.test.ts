import { mkdir, mkdtemp, open, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { findActiveGeneration } from "@/lib/database/generations";
import { listLayouts } from "@/lib/database/layouts";
import type { Embedder } from "@/lib/embedding/embedder";
import { createLocalEmbedder } from "@/lib/embedding/local-embedder";
import { loadBundledModel } from "@/lib/embedding/model-store";
import type { LayoutUnit } from "@/lib/features/caption-map/map-types";
import { ingestCaptions } from "@/lib/features/ingestion/ingest-captions";
import { preparedEncoder } from "@/lib/features/ingestion/testing/prepared-encoder";
import { openJobHere } from "@/lib/features/jobs/open-job-here";
import { runJobHere } from "@/lib/features/jobs/run-job-here";
import { layoutHandler } from "@/lib/features/layouts/layout-handler";
import { LayoutStore } from "@/lib/features/layouts/layout-store";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import { backUp } from "./back-up";
import { restoreBackup } from "./restore-backup";

let folder: string;
let embedder: Embedder;
const dataDir = () => path.join(folder, "data");
const file = (name = "backup.tar.gz") => path.join(folder, name);
const backup = (name?: string, options: Parameters<typeof backUp>[1] = {}) => backUp(file(name), { dataDir: dataDir(), ...options });
const restore = (name?: string, options: Parameters<typeof restoreBackup>[1] = {}) => restoreBackup(file(name), { dataDir: dataDir(), ...options });
const close = () => database(dataDir()).$disconnect();

beforeAll(async () => {
  const opened = await createLocalEmbedder({ model: await loadBundledModel(path.resolve("models")) });
  embedder = { ...opened, model: opened.model, device: opened.device, embed: opened.embed.bind(opened), embedStream: opened.embedStream.bind(opened), close: () => Promise.resolve() };
});
afterAll(() => embedder.close());
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kotomap-backup-"));
});
afterEach(async () => {
  await close();
  await rm(folder, { recursive: true, force: true });
});

const animals = ["dog", "cat", "horse", "犬", "猫", "馬"];

async function ingest(count: number, onProgress: () => void = () => undefined): Promise<string> {
  const captions = path.join(folder, "captions.csv");
  await writeFile(captions, `image_id,caption\n${Array.from({ length: count }, (_, i) => `${i % 40},${animals[i % 6]} ${i} ${"by the sea ".repeat(i % 5)}`).join("\n")}\n`);
  const { generation } = await ingestCaptions(
    { files: [captions], collection: "mine", language: "en", maxBadShare: 0, imagesDir: null },
    { dataDir: dataDir(), openEncoder: () => Promise.resolve(preparedEncoder(embedder)), onProgress },
  );
  return String(generation);
}

async function layOut(unit: LayoutUnit) {
  const db = database(dataDir());
  const id = await openJobHere(db, dataDir(), "layout", { unit, method: "pca" }, "command line");
  return (await runJobHere(db, dataDir(), id, { handler: layoutHandler, signal: new AbortController().signal })).layout;
}

/** What the active generation finds, with scores and texts. */
async function search(...queries: string[]) {
  const db = database(dataDir());
  const active = await findActiveGeneration(db);
  const { index, labels } = await new GenerationStore(dataDir()).load(String(active?.id));
  const texts = new Map((await db.caption.findMany()).map(({ id, text }) => [id, text]));
  return Promise.all(
    queries.map(async (query) => {
      const { rows, scores } = index.search(await embedder.embed([query]), 10, 100);
      return [...rows].map((row, i) => ({ score: scores[i], text: texts.get(labels.captionIds[row] ?? 0) }));
    }),
  );
}

async function flipByte(name: string, at: number): Promise<void> {
  const handle = await open(name, "r+");
  const byte = Buffer.alloc(1);
  await handle.read(byte, 0, 1, at);
  await handle.write(Buffer.from([(byte[0] ?? 0) ^ 0x10]), 0, 1, at);
  await handle.close();
}

describe.each(["backup.tar.gz", "backup.tar"])("a backup (%s)", (name) => {
  it("brings back captions, generations and searches after the data folder is lost", async () => {
    const first = await ingest(60);
    const second = await ingest(90);
    const before = await search("dog at the beach", "猫");
    const written = await backup(name);
    expect(written).toMatchObject({ generations: [second, first], active: second, members: 9, leftOut: [] });
    await close();
    await rm(dataDir(), { recursive: true });

    expect(await restore(name)).toMatchObject({ captions: 90, active: second, movedTo: null });
    expect(await search("dog at the beach", "猫")).toEqual(before);
    for (const id of [first, second]) await new GenerationStore(dataDir()).verify(id);
    expect(await ingest(90)).toBe(second);
    expect((await readdir(folder)).sort()).toEqual([name, "captions.csv", "data"].sort());
  });
});

describe("a backup", () => {
  it("does not hold sessions, nor what is left of them in the file, and cancels jobs that had not ended", async () => {
    await ingest(6);
    const db = database(dataDir());
    const { id: accountId } = await db.account.create({ data: { name: "admin", passwordHash: "scrypt-of-the-password" } });
    const secret = "5e55104".repeat(9);
    await db.session.create({ data: { id: secret, accountId, address: "::1", userAgent: "a browser", expiresAt: new Date() } });
    await db.job.create({ data: { kind: "ingest", state: "queued", parameters: "{}" } });
    await backup();
    await restore("backup.tar.gz", { dataDir: file("elsewhere") });
    const [row] = await database(file("elsewhere")).job.findMany({ orderBy: { id: "desc" }, take: 1 });
    expect(row).toMatchObject({ state: "cancelled" });
    expect(await database(file("elsewhere")).account.count()).toBe(1);
    await database(file("elsewhere")).$disconnect();
    expect(gunzipSync(await readFile(file())).includes(secret)).toBe(false);
    expect((await readFile(path.join(dataDir(), "kotomap.db-wal"))).includes(secret)).toBe(true);
  });

  it("made while an ingest writes is whole: every caption's vector belongs to its text, every generation verifies", async () => {
    await ingest(30);
    let made: Promise<unknown> | undefined;
    await ingest(900, () => void (made ??= backup()));
    await made;
    const { captions, active } = await restore("backup.tar.gz", { dataDir: file("elsewhere") });
    expect([30, 900]).toContain(captions);
    await new GenerationStore(file("elsewhere")).verify(String(active));
    const db = database(file("elsewhere"));
    expect([await db.stagedCaption.count(), await db.job.count({ where: { state: { in: ["queued", "running"] } } })]).toEqual([0, 0]);
    const embedded = await db.embedding.findMany({ include: { caption: true } });
    expect(embedded.filter(({ textHash, caption }) => textHash !== caption.textHash)).toEqual([]);
    await db.$disconnect();
  });

  it("leaves a damaged generation out, says so, and takes the last good one for active", async () => {
    const first = await ingest(10);
    const second = await ingest(20);
    await flipByte(path.join(dataDir(), "generations", second, "vectors.f32"), 100);
    const { active, generations, leftOut } = await backup();
    expect({ active, generations }).toEqual({ active: first, generations: [first] });
    expect(leftOut).toEqual([expect.stringContaining(`generation ${second} is damaged: vectors.f32`)]);
    await restore("backup.tar.gz", { dataDir: file("elsewhere") });
    expect((await findActiveGeneration(database(file("elsewhere"))))?.id).toBe(first);
    await database(file("elsewhere")).$disconnect();
  });

  it("brings layouts along, and leaves out a damaged one and what is still being made", async () => {
    const generation = await ingest(30);
    const [whole, damaged] = [await layOut("captions"), await layOut("images")];
    const store = new LayoutStore(dataDir());
    await flipByte(path.join(store.folderOf(damaged), "positions.f32"), 3);
    await writeFile(path.join(await store.openWorkFolder(generation, "half"), "checkpoint.bin"), "half");
    const { leftOut } = await backup();
    expect(leftOut).toEqual([expect.stringMatching(new RegExp(`^Layout ${damaged.id}: .*positions\\.f32`))]);
    await restore("backup.tar.gz", { dataDir: file("elsewhere") });
    const restored = new LayoutStore(file("elsewhere"));
    expect(await readdir(restored.folderFor(generation))).toEqual([whole.id]);
    await restored.verify(whole);
    expect((await listLayouts(database(file("elsewhere")))).map(({ id }) => id)).toEqual([whole.id]);
    await database(file("elsewhere")).$disconnect();
  });

  it("replaces no file unless it is told to, and leaves none where it is stopped", async () => {
    await ingest(6);
    await writeFile(file(), "precious");
    await expect(backup()).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("--force") as string });
    const stop = new AbortController();
    await expect(backup("backup.tar.gz", { force: true, signal: stop.signal, onProgress: ({ stage }) => stage === "write" && stop.abort() })).rejects.toMatchObject({ code: "cancelled" });
    expect(await readFile(file(), "utf8")).toBe("precious");
    expect((await readdir(folder)).sort()).toEqual(["backup.tar.gz", "captions.csv", "data"]);
    expect(await backup("backup.tar.gz", { force: true })).toMatchObject({ members: 5 });
    await expect(backup("backup.zip")).rejects.toMatchObject({ code: "invalid_parameter" });
  });
});

describe("a restore", () => {
  it("refuses a damaged backup by the member's name and changes nothing", async () => {
    const generation = await ingest(40);
    await backup("good.tar");
    const bytes = await readFile(file("good.tar"));
    const refused = async (content: Buffer, member: string) => {
      await writeFile(file("bad.tar"), content);
      await expect(restore("bad.tar", { dataDir: file("elsewhere") })).rejects.toMatchObject({ code: "bad_input", field: member, message: expect.stringContaining(member) as string });
    };
    const flipped = (at: number) => Buffer.concat([bytes.subarray(0, at), Buffer.from([(bytes[at] ?? 0) ^ 1]), bytes.subarray(at + 1)]);
    const vectors = `generations/${generation}/vectors.f32`;
    await refused(flipped(bytes.indexOf(vectors) + 5000), vectors);
    await refused(flipped(bytes.indexOf("SQLite format 3") + 4000), "kotomap.db");
    await refused(bytes.subarray(0, bytes.indexOf("SQLite format 3") + 9000), "kotomap.db");
    await writeFile(file("bad.tar"), "no archive at all");
    await expect(restore("bad.tar", { dataDir: file("elsewhere") })).rejects.toMatchObject({ code: "bad_input" });
    expect((await readdir(folder)).sort()).toEqual(["bad.tar", "captions.csv", "data", "good.tar"]);
  });

  it("refuses a compressed backup that was cut off or changed", async () => {
    await ingest(40);
    await backup();
    const bytes = await readFile(file());
    for (const content of [bytes.subarray(0, bytes.length >> 1), Buffer.concat([bytes.subarray(0, bytes.length >> 1), Buffer.from([1, 2, 3, 4]), bytes.subarray((bytes.length >> 1) + 4)])]) {
      await writeFile(file("bad.tar.gz"), content);
      await expect(restore("bad.tar.gz", { dataDir: file("elsewhere") })).rejects.toMatchObject({ code: "bad_input", message: expect.stringMatching(/its member (generations|kotomap)/) as string });
    }
    expect(await readdir(folder)).not.toContain("elsewhere");
  });

  it("refuses while the data folder is in use, and where it is not empty; moves it aside when told to", async () => {
    const first = await ingest(10);
    await backup();
    await ingest(20);
    await expect(restore("backup.tar.gz", { force: true })).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("is in use") as string });
    await close();
    await expect(restore()).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("--force") as string });
    const { movedTo, captions } = await restore("backup.tar.gz", { force: true });
    expect(captions).toBe(10);
    expect((await findActiveGeneration(database(dataDir())))?.id).toBe(first);
    await close();
    await rm(dataDir(), { recursive: true });
    await rename(String(movedTo), dataDir());
    expect(await database(dataDir()).caption.count()).toBe(20);
  });

  it("takes the place of a database that cannot be read any more", async () => {
    await ingest(10);
    await backup();
    await close();
    await writeFile(path.join(dataDir(), "kotomap.db"), Buffer.alloc(8192, 7));
    expect(await restore("backup.tar.gz", { force: true })).toMatchObject({ captions: 10 });
  });

  it("is not led out of the data folder", async () => {
    const { tarOf } = await import("@/lib/features/ingestion/readers/test-archives");
    await mkdir(file("target"));
    for (const name of ["../escaped", "generations/../../escaped", "/etc/escaped", "models/a\\..\\b"]) {
      await writeFile(file("evil.tar"), await tarOf([[name, "x"]]));
      await expect(restore("evil.tar", { dataDir: path.join(file("target"), "data") }), name).rejects.toMatchObject({ code: "bad_input" });
    }
    expect(await readdir(file("target"))).toEqual([]);
  });
});
