import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { database, type Database } from "@/lib/database/client";
import { insertJob } from "@/lib/database/jobs";
import { prepareDatabase } from "@/lib/features/setup/prepare-database";
import { cancelJob } from "../cancel-job";
import { FIRST_LOCK } from "../job-locks";
import type { JobKind, JobView } from "../job-types";
import { listJobs } from "../list-jobs";
import { listWorkers } from "../list-workers";
import { readJob } from "../read-job";
import { readJobLog } from "../read-job-log";
import type { TestJob } from "../testing/test-handlers";
import { begunBy, isAlive, WorkerProcess } from "../testing/worker-process";

/** Much longer than it takes, for machines that are busy with other things: each job is a process that has to be started. */
const SOON = { timeout: 120_000, interval: 50 };
vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 });

let folder: string;
let db: Database;
let workers: WorkerProcess[];
const dataDir = () => path.join(folder, "data");
const begun = () => path.join(folder, "begun");

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kotomap-worker-"));
  ({ db } = await prepareDatabase(dataDir()));
  workers = [];
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.end("SIGTERM")));
  await db.$disconnect();
  await rm(folder, { recursive: true, force: true });
});

function startWorker(folder = dataDir()): WorkerProcess {
  const worker = new WorkerProcess(folder);
  workers.push(worker);
  return worker;
}

async function make(kind: JobKind, way: TestJob["way"]): Promise<number> {
  const { id } = await insertJob(db, { kind, parameters: JSON.stringify({ begun: begun(), way }), requestedBy: "test", wants: FIRST_LOCK[kind] });
  return id;
}

async function whenEnded(id: number): Promise<JobView> {
  return vi.waitFor(async () => {
    const job = await readJob(db, id);
    if (job.state === "queued" || job.state === "running") throw new Error(`job ${id} is ${job.state}`);
    return job;
  }, SOON);
}

/** @returns the process that began the job for the n-th time */
const whenBegun = (id: number, times = 1) =>
  vi.waitFor(() => {
    const pid = begunBy(begun(), id)[times - 1];
    if (pid === undefined) throw new Error(`job ${id} has not been begun ${times} times`);
    return pid;
  }, SOON);

describe("two workers", () => {
  it("do each of six jobs once", async () => {
    const ids: number[] = [];
    for (let n = 0; n < 6; n++) ids.push(await make("verify", "at once"));
    startWorker();
    startWorker();
    for (const id of ids) expect(await whenEnded(id)).toMatchObject({ state: "done", attempt: 1, result: 1 });
    expect(ids.map((id) => begunBy(begun(), id).length)).toEqual(ids.map(() => 1));
  });

  it("one killed: its runner ends, and the other goes on with its job", async () => {
    const first = startWorker();
    const id = await make("prune", "twice");
    const runner = await whenBegun(id);
    startWorker();
    await first.end("SIGKILL");
    await vi.waitFor(() => expect(isAlive(runner)).toBe(false), SOON);
    expect(await whenEnded(id)).toMatchObject({ state: "done", attempt: 2, result: 2 });
  });
});

describe("a worker", () => {
  it("has a job begun again whose process was killed, and tells so in its log", async () => {
    startWorker();
    const id = await make("ingest", "twice");
    process.kill(await whenBegun(id), "SIGKILL");
    expect(await whenEnded(id)).toMatchObject({ state: "done", attempt: 2, error: null });
    expect((await readJobLog(db, id)).map(({ message }) => message)).toContainEqual(expect.stringContaining("by the signal SIGKILL"));
  });

  it("gives a job up that crashes three times in a row, and names the signal", async () => {
    startWorker();
    const id = await make("verify", "crash");
    expect(await whenEnded(id)).toMatchObject({ state: "failed", attempt: 3, error: { code: "internal", message: expect.stringContaining("SIGKILL") as string } });
  });

  it("puts its jobs back when it is stopped, and leaves no process and no row of itself", async () => {
    const worker = startWorker();
    const id = await make("ingest", "until stopped");
    const runner = await whenBegun(id);
    expect(await listWorkers(db)).toMatchObject([{ alive: true }]);
    await worker.end("SIGTERM");
    expect(isAlive(runner)).toBe(false);
    expect(await readJob(db, id)).toMatchObject({ state: "queued", worker: null, waitsFor: { jobId: null } });
    expect(await listWorkers(db)).toEqual([]);
  });

  it("says once that the data folder cannot be used, and takes jobs as soon as it can", async () => {
    const late = path.join(folder, "late");
    await writeFile(late, "");
    const worker = startWorker(late);
    await vi.waitFor(() => expect(worker.output).toContain("No jobs are taken"), SOON);
    await rm(late);
    await vi.waitFor(() => expect(worker.output).toContain("can be used again"), SOON);
    expect(worker.output.match(/No jobs are taken/g)).toHaveLength(1);
    await database(late).$disconnect();
  });
});

describe("cancelling a running job", () => {
  /** @returns milliseconds until its row said so */
  async function cancel(id: number): Promise<number> {
    await whenBegun(id);
    await vi.waitFor(async () => expect(await readJob(db, id)).toMatchObject({ state: "running" }), SOON);
    const start = performance.now();
    expect((await cancelJob(db, dataDir(), id)).state).toMatch(/running|cancelled/);
    expect(await whenEnded(id)).toMatchObject({ state: "cancelled", cancelling: false, error: { code: "cancelled" } });
    return performance.now() - start;
  }

  it("ends it, and the next one has its turn", async () => {
    startWorker();
    const id = await make("reindex", "until stopped");
    await cancel(id);
    const runner = await whenBegun(id);
    await vi.waitFor(() => expect(isAlive(runner)).toBe(false), SOON);
    expect(await whenEnded(await make("reindex", "at once"))).toMatchObject({ state: "done" });
  });

  it.each(["ingest", "reindex"] as const)("kills an %s that does not hear it, and throws away what is half done", async (kind) => {
    startWorker();
    const id = await make(kind, "deaf");
    await whenBegun(id);
    await vi.waitFor(async () => expect(await readdir(path.join(dataDir(), "generations"))).toHaveLength(1), SOON);
    await cancel(id);
    expect(await db.stagedImage.count()).toBe(kind === "ingest" ? 0 : 1);
    expect(await readdir(path.join(dataDir(), "generations"))).toHaveLength(kind === "ingest" ? 1 : 0);
    await vi.waitFor(async () => expect(await readdir(path.join(dataDir(), "jobs"))).toEqual([]), SOON);
    expect(await listJobs(db, { states: ["running", "queued"] })).toEqual([]);
  });
});
