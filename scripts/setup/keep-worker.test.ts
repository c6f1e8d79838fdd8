import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepWorker } from "./keep-worker.mjs";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kotomap-keep-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const starts = async () => (await readFile(path.join(folder, "starts"), "utf8").catch(() => "")).split("\n").filter(Boolean).map(Number);
const worker = (then: string): [string, string[]] => [process.execPath, ["-e", `require("node:fs").appendFileSync(${JSON.stringify(path.join(folder, "starts"))}, process.pid + "\\n"); ${then}`]];
const ENDLESS = "setInterval(() => {}, 1000)";
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

it("starts a worker that was killed again, says so, and stops the one that runs", async () => {
  const told: string[] = [];
  const kept = keepWorker({ write: (text) => told.push(text), program: worker(ENDLESS), firstPause: 10 });
  await vi.waitFor(async () => expect(await starts()).toHaveLength(1), 10_000);
  process.kill(Number(kept.pid()), "SIGKILL");
  await vi.waitFor(async () => expect(await starts()).toHaveLength(2), 10_000);
  expect(told).toEqual([expect.stringContaining("SIGKILL")]);
  await kept.stop();
  const [first, second] = await starts();
  expect([isAlive(first ?? 0), isAlive(second ?? 0)]).toEqual([false, false]);
});

it("waits ever longer before it starts one that ends at once", async () => {
  const told: string[] = [];
  const kept = keepWorker({ write: (text) => told.push(text), program: worker("process.exit(3)"), firstPause: 10 });
  await vi.waitFor(() => expect(told.length).toBeGreaterThanOrEqual(3), 20_000);
  await kept.stop();
  expect(told.slice(0, 3).map((text) => /exit code 3.* ([\d.]+) s/.exec(text)?.[1])).toEqual(["0.01", "0.02", "0.04"]);
});
