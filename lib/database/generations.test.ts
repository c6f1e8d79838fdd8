import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ownIdentity } from "@/lib/core/process-identity";
import { connect, type Database } from "./client";
import { moveRevision, readRevision } from "./corpus";
import { activateCandidate, activateKept, findActiveGeneration, listUsableGenerations, saveCandidate } from "./generations";
import { migrate } from "./migrate";

const NOTHING = { sourceIds: [], captionIds: [] };
let dataDir: string;
let db: Database;
let jobId: number;

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "kotomap-generations-"));
  await migrate(dataDir);
  db = connect(dataDir);
  jobId = (await db.job.create({ data: { kind: "reindex", state: "running", parameters: "{}", worker: ownIdentity() } })).id;
  for (const id of ["first", "second"]) {
    await saveCandidate(db, { id, model: { name: "m", sha256: "m", dimensions: 2 }, count: 1, contentSha256: id, manifest: {}, selection: "{}", removes: "{}", swap: "beside", jobId });
  }
}, 60_000);
afterEach(async () => {
  await db.$disconnect();
  await rm(dataDir, { recursive: true });
});

const activate = (id: string, more: Partial<Parameters<typeof activateCandidate>[2]> = {}) => activateCandidate(db, jobId, { id, forced: false, removal: NOTHING, revision: 0, ...more });
const activeId = async () => (await findActiveGeneration(db))?.id ?? null;

describe("an activation", () => {
  it("makes the one before a kept one, and takes out what it removes", async () => {
    const collection = await db.collection.create({ data: { name: "mine" } });
    const source = await db.source.create({ data: { collectionId: collection.id, name: "a.csv", sha256: "", importedAt: new Date() } });
    expect(await activate("first")).toBe(true);
    expect(await activate("second", { removal: { sourceIds: [source.id], captionIds: [] } })).toBe(true);
    expect((await listUsableGenerations(db)).map(({ id, state }) => [id, state])).toEqual([["second", "active"], ["first", "ready"]]);
    expect(await db.source.findFirst()).toMatchObject({ removedAt: expect.any(Date) as Date });
    expect(await readRevision(db)).toBe(1);
  });

  it("does not happen where captions changed since the build", async () => {
    await activate("first");
    await db.$transaction((tx) => moveRevision(tx));
    expect([await activate("second"), await activeId()]).toEqual([false, "first"]);
  });

  it.each([{ worker: "elsewhere:1:00000000" }, { state: "cancelled" }])("does not happen where the job is not this process's any more (%o)", async (change) => {
    await activate("first");
    await db.job.update({ where: { id: jobId }, data: change });
    await expect(activate("second", { removal: { sourceIds: [1], captionIds: [] } })).rejects.toMatchObject({ code: "conflict" });
    expect([await activeId(), await readRevision(db)]).toEqual(["first", 0]);
  });

  it("of a kept one is undone as a whole where its check throws", async () => {
    await activate("first");
    await activate("second");
    const check = () => Promise.reject(new Error("no"));
    await expect(activateKept(db, "first", { removal: NOTHING, forced: false, swap: "pause", check })).rejects.toThrow("no");
    expect(await findActiveGeneration(db)).toMatchObject({ id: "second", swap: "beside" });
  });

  it("keeps the order of activations where the clock was set back", async () => {
    await activate("first");
    await db.generation.update({ where: { id: "first" }, data: { activatedAt: new Date("2100-01-01") } });
    await activate("second");
    await activateKept(db, "first", { removal: NOTHING, forced: false, swap: "beside", check: () => Promise.resolve() });
    const [first, second] = await listUsableGenerations(db);
    expect(first?.activatedAt?.getTime()).toBeGreaterThan(second?.activatedAt?.getTime() ?? Infinity);
  });
});
