import { mkdtemp, rm } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { AppError } from "@/lib/core/errors";
import { ownIdentity } from "@/lib/core/process-identity";
import type { Database } from "@/lib/database/client";
import { adoptJob, claimJob, requeueJob, takeLock } from "@/lib/database/job-claims";
import { beatJob, confirmLease, finishJob } from "@/lib/database/job-lease";
import { appendJobLog } from "@/lib/database/job-log";
import { findJob, insertJob } from "@/lib/database/jobs";
import { prepareDatabase } from "@/lib/features/setup/prepare-database";
import { cancelJob } from "./cancel-job";
import type { AnyJobHandler } from "./handlers";
import { FIRST_LOCK } from "./job-locks";
import type { JobKind, JobView } from "./job-types";
import { readJob } from "./read-job";
import { readJobLog } from "./read-job-log";
import { requeueGoneJobs } from "./requeue-gone-jobs";
import { retryJob } from "./retry-job";
import { runClaimedJob } from "./run-claimed-job";
import { submitJob } from "./submit-job";

/** No system gives a process such a number. */
const GONE = `${hostname()}:${2 ** 22 + 1}:0-gone`;

let dataDir: string;
let db: Database;

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "kotomap-turns-"));
  ({ db } = await prepareDatabase(dataDir));
});
afterEach(async () => {
  await db.$disconnect();
  await rm(dataDir, { recursive: true, force: true });
});

const make = async (kind: JobKind) => (await insertJob(db, { kind, parameters: "{}", requestedBy: "test", wants: FIRST_LOCK[kind] })).id;
const claim = (id: number, kind: JobKind, heedQueue = true) => claimJob(db, { id, lock: FIRST_LOCK[kind], heedQueue }, null);
const takeIndex = (id: number) => takeLock(db, { id, lock: "index", heedQueue: true });
const waitsFor = async (id: number): Promise<JobView["waitsFor"]> => (await readJob(db, id)).waitsFor;
const setAliveWorker = () => db.worker.create({ data: { id: ownIdentity(), heartbeatAt: new Date(), version: "test" } });

describe("turns", () => {
  it("let jobs of different locks run at once, and those of one lock one after another, in the order of their numbers", async () => {
    const [ingest, reindex, later] = [await make("ingest"), await make("reindex"), await make("ingest")];
    expect(await claim(later, "ingest")).toBe(false);
    expect(await claim(ingest, "ingest")).toBe(true);
    expect(await claim(reindex, "reindex")).toBe(true);
    expect(await claim(later, "ingest")).toBe(false);
    expect(await waitsFor(later)).toMatchObject({ jobId: ingest });
    await finishJob(db, ingest, { state: "done", result: null });
    expect(await claim(later, "ingest")).toBe(true);
  });

  it("give up one lock while another is waited for, so that nobody waits in a circle", async () => {
    const [first, second] = [await make("ingest"), await make("ingest")];
    const reindex = await make("reindex");
    expect(await claim(first, "ingest")).toBe(true);
    expect(await takeIndex(first)).toBe("taken");
    expect(await claim(second, "ingest")).toBe(true);
    expect(await takeIndex(second)).toBe("waiting");
    expect(await findJob(db, second)).toMatchObject({ holds: null, wants: "index" });
    expect(await waitsFor(second)).toMatchObject({ jobId: first, reason: `Job ${first} (ingest) builds or changes the index now.` });
    await finishJob(db, first, { state: "done", result: null });
    expect(await claim(reindex, "reindex")).toBe(false);
    expect(await takeIndex(second)).toBe("taken");
  });

  it("do not wait for queued jobs that nobody is there to run, and say so", async () => {
    const [first, second] = [await make("ingest"), await make("ingest")];
    expect(await waitsFor(first)).toEqual({ jobId: null, reason: "No worker is running. Start one: npm run worker" });
    expect(await claim(second, "ingest", false)).toBe(true);
    await finishJob(db, second, { state: "done", result: null });
    await setAliveWorker();
    expect(await waitsFor(first)).toBeNull();
    expect(await waitsFor(await make("ingest"))).toMatchObject({ jobId: first });
  });
});

describe("a job taken over by another process", () => {
  it("cannot be changed, finished or committed for by the first one any more", async () => {
    const id = await make("ingest");
    await claim(id, "ingest");
    await db.job.update({ where: { id }, data: { worker: GONE } });
    await expect(db.$transaction(async (tx) => {
      await tx.setting.create({ data: { key: "half", value: "done" } });
      await confirmLease(tx, id);
    })).rejects.toMatchObject({ code: "conflict" });
    expect(await db.setting.count()).toBe(0);
    expect(await beatJob(db, id, null)).toBe(false);
    expect(await takeIndex(id)).toBeNull();
    expect(await finishJob(db, id, { state: "done", result: null })).toBe(false);
  });

  it("is taken only as it was seen: a sign of life in between keeps it", async () => {
    const id = await make("ingest");
    await claim(id, "ingest");
    const seen = await findJob(db, id);
    await beatJob(db, id, null);
    expect(seen && (await requeueJob(db, seen, "captions", null))).toBe(false);
    expect(seen && (await adoptJob(db, seen))).toBe(false);
    expect(await readJob(db, id)).toMatchObject({ state: "running" });
  });
});

describe("a job whose process is gone", () => {
  it("goes back into the queue, with the lock that it begins with", async () => {
    const id = await make("ingest");
    await claim(id, "ingest");
    await takeIndex(id);
    await db.job.update({ where: { id }, data: { worker: GONE } });
    await requeueGoneJobs(db, dataDir);
    expect(await findJob(db, id)).toMatchObject({ state: "queued", worker: null, holds: null, wants: "captions" });
  });

  it("is cancelled at once, and what it had staged is thrown away", async () => {
    const id = await make("ingest");
    await claim(id, "ingest");
    await db.stagedImage.create({ data: { jobId: id, part: 0, externalId: "1" } });
    await db.job.update({ where: { id }, data: { worker: GONE } });
    expect(await cancelJob(db, dataDir, id)).toMatchObject({ state: "cancelled", error: { code: "cancelled" } });
    expect(await db.stagedImage.count()).toBe(0);
  });
});

describe("making, cancelling and retrying", () => {
  it("refuses parameters that the kind does not take, naming the one at fault", async () => {
    await expect(submitJob(db, "ingest", { files: [] }, "test")).rejects.toMatchObject({ code: "invalid_parameter", field: "files" });
    await expect(submitJob(db, "ingest", { files: ["a.csv"], maxBadShare: 2 }, "test")).rejects.toMatchObject({ code: "invalid_parameter", field: "maxBadShare" });
    expect(await db.job.count()).toBe(0);
  });

  it("cancels a queued job, which then can be tried again, and refuses both where they make no sense", async () => {
    const { id } = await submitJob(db, "ingest", { files: ["a.csv"] }, "test");
    await expect(retryJob(db, id, "test")).rejects.toMatchObject({ code: "conflict" });
    expect(await cancelJob(db, dataDir, id)).toMatchObject({ state: "cancelled" });
    await expect(cancelJob(db, dataDir, id)).rejects.toMatchObject({ code: "conflict" });
    expect(await retryJob(db, id, "again")).toMatchObject({ state: "queued", requestedBy: "again", parameters: { files: ["a.csv"], maxBadShare: 0.01 } });
    await expect(readJob(db, 99)).rejects.toMatchObject({ code: "not_found" });
  });

  it("keeps the last 500 lines of a log", async () => {
    const id = await make("verify");
    for (let n = 0; n < 6; n++) await appendJobLog(db, id, Array.from({ length: 100 }, (_, i) => ({ at: new Date(), level: "info", message: String(100 * n + i) })));
    const lines = await readJobLog(db, id);
    expect(lines.map(({ message }) => Number(message))).toEqual(Array.from({ length: 500 }, (_, i) => 100 + i));
    expect(await readJobLog(db, id, { after: lines.at(-3)?.id })).toHaveLength(2);
  });
});

describe("a job that finds the database locked for longer than is waited", () => {
  const lockedOut: AnyJobHandler = { kind: "verify", parameters: z.object({}), lock: null, run: () => Promise.reject(new AppError("database_busy", "locked")) };
  const run = async (patient: boolean) => {
    const id = await make("verify");
    await claim(id, "verify");
    await expect(runClaimedJob(db, dataDir, id, lockedOut, { signal: new AbortController().signal, patient })).rejects.toMatchObject({ code: "database_busy" });
    return readJob(db, id);
  };

  it("is put back by a worker, for the next attempt", async () => {
    expect(await run(true)).toMatchObject({ state: "queued", attempt: 1, error: null });
  });

  it("fails where a command runs it, which its person sees", async () => {
    expect(await run(false)).toMatchObject({ state: "failed", error: { code: "database_busy" } });
  });
});
