import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "@/lib/database/client";
import { cancelJob } from "@/lib/features/jobs/cancel-job";
import { submitJob } from "@/lib/features/jobs/submit-job";
import { prepareDatabase } from "@/lib/features/setup/prepare-database";
import { JobsWatch } from "./jobs-watch";

let dataDir: string;
let db: Database;
let now = 0;

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "kotomap-watch-"));
  ({ db } = await prepareDatabase(dataDir));
});
afterEach(async () => {
  await db.$disconnect();
  await rm(dataDir, { recursive: true });
});

const submit = async () => (await submitJob(db, "verify", {}, "admin")).id;
const watch = () => new JobsWatch(() => now);
const look = async (jobs: JobsWatch) => (await jobs.look(db)).map(({ id, state }) => `${id} ${state}`);

it("tells of queued jobs, and for a minute of those that ended while it watched", async () => {
  const jobs = watch();
  expect(await look(jobs)).toEqual([]);
  const [first, second] = [await submit(), await submit()];
  expect(await look(jobs)).toEqual([`${second} queued`, `${first} queued`]);
  await cancelJob(db, dataDir, first);
  now += 60_000;
  expect(await look(jobs)).toEqual([`${second} queued`, `${first} cancelled`]);
  now += 60_001;
  expect(await look(jobs)).toEqual([`${second} queued`]);
});

it("tells of a job that began and ended between two looks, and of none that ended before the first", async () => {
  await cancelJob(db, dataDir, await submit());
  const jobs = watch();
  expect(await look(jobs)).toEqual([]);
  const quick = await submit();
  await cancelJob(db, dataDir, quick);
  expect(await look(jobs)).toEqual([`${quick} cancelled`]);
});

it("looks at none of ten thousand old jobs: the queries go by indexes", async () => {
  await db.$executeRaw`INSERT INTO Job (kind, state, parameters) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) SELECT 'verify', 'done', '{}' FROM n`;
  const queued = await submit();
  expect(await look(watch())).toEqual([`${queued} queued`]);
  const plan = await db.$queryRaw<{ detail: string }[]>`EXPLAIN QUERY PLAN SELECT * FROM Job WHERE state IN ('queued', 'running') ORDER BY id DESC LIMIT 200 OFFSET 0`;
  expect(plan.map(({ detail }) => detail).join()).toContain("USING INDEX Job_state_idx");
});
