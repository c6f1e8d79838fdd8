import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { killTasks } from "./kill-tasks";
import { type Reference, runKillCycle, runReference } from "./kill-cycle";
import type { Task } from "./jobs";

let folder: string;
let tasks: Task[];
let reference: Reference;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kotomap-torture-"));
  tasks = (await killTasks(folder, 60)).slice(0, 2);
  reference = await runReference(path.join(folder, "reference"), tasks);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("killed with SIGKILL at random moments of an ingest and of a re-index, then started again", () => {
  it("runner, worker and server leave the captions, vectors and index of an uninterrupted run, and nothing else", async () => {
    const seed = Math.floor(Math.random() * 1e9);
    const { faults } = await runKillCycle({ dataDir: path.join(folder, `seed-${seed}`), tasks, reference, seed, killsPerTask: 2, serve: true });
    expect(faults).toEqual([]);
  });
});
