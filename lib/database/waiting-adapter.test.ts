import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { configureConnection, connect, databaseFile, type Database } from "./client";
import { migrate } from "./migrate";

let dataDir: string;
let db: Database;
const others: ChildProcess[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "kotomap-waiting-"));
  await migrate(dataDir);
  db = connect(dataDir);
  await configureConnection(db);
});
afterEach(async () => {
  others.splice(0).forEach((other) => other.kill("SIGKILL"));
  await db.$disconnect();
  await rm(dataDir, { recursive: true, force: true });
});

/** Another process writes a setting and keeps the transaction open for that long; returns once it holds the lock. */
async function lockElsewhere(ms: number): Promise<void> {
  const program = `
    const other = new (require("better-sqlite3"))(process.argv[1]);
    other.exec("BEGIN IMMEDIATE; INSERT INTO Setting (key, value) VALUES ('elsewhere', '1')");
    console.log("locked");
    setTimeout(() => other.exec("COMMIT"), ${ms});`;
  const other = spawn(process.execPath, ["-e", program, databaseFile(dataDir)], { stdio: ["ignore", "pipe", "inherit"] });
  others.push(other);
  await once(other.stdout, "data");
}

/** Turns of the event loop, 10 ms apart, while the work goes on. */
async function countTurns(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  const timer = setInterval(() => turns++, 10);
  await work.finally(() => clearInterval(timer));
  return turns;
}

const save = (key: string) => db.setting.create({ data: { key, value: "" } });
const keys = async () => (await db.setting.findMany({ orderBy: { key: "asc" } })).map(({ key }) => key);

describe("a database that another process has locked", () => {
  it("is waited for with the thread free, by statements and by transactions", async () => {
    await lockElsewhere(2000);
    const writes = Promise.all([save("alone"), db.$transaction(async (tx) => tx.setting.create({ data: { key: `after ${await tx.setting.count()}`, value: "" } }))]);
    expect(await countTurns(writes)).toBeGreaterThanOrEqual(20);
    const [after, ...rest] = await keys();
    expect(rest).toEqual(["alone", "elsewhere"]);
    // What the transaction read was there when it wrote: it began after the other process had ended its own.
    expect(after).toMatch(/^after [12]$/);
  });

  it("is read meanwhile", async () => {
    await save("before");
    await lockElsewhere(60_000);
    expect(await keys()).toEqual(["before"]);
  });
});

describe("a transaction", () => {
  it("is not joined by what else this process does, and keeps nothing of it back when it fails", async () => {
    let besides: Promise<unknown> = Promise.resolve();
    const failing = db.$transaction(async (tx) => {
      await tx.setting.create({ data: { key: "within", value: "" } });
      expect(await keys()).toEqual([]);
      besides = save("besides");
      await new Promise((resolve) => setTimeout(resolve, 50));
      throw new Error("changed its mind");
    });
    await expect(failing).rejects.toThrow("changed its mind");
    await besides;
    expect(await keys()).toEqual(["besides"]);
  });

  it("follows one that failed", async () => {
    await expect(db.$transaction([save("twice"), save("twice")])).rejects.toMatchObject({ code: "P2002" });
    await db.$transaction([save("one"), save("two")]);
    expect(await keys()).toEqual(["one", "two"]);
  });
});
