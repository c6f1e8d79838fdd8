import type { Database } from "./client";
import type { Job, Prisma } from "./generated/client";
import { isJobGone } from "./job-owner";

export type { Job } from "./generated/client";

interface NewJob {
  kind: string;
  /** JSON */
  parameters: string;
  requestedBy: string;
  /** The lock that it begins with. */
  wants: string | null;
  /** The process that will run it itself; null: whichever takes it. */
  worker?: string | null;
}

export interface JobFilter {
  states?: string[];
  kinds?: string[];
  /** Only jobs with lower ids. */
  before?: number;
  limit: number;
}

export async function insertJob(db: Database, job: NewJob): Promise<Job> {
  return db.job.create({ data: { ...job, state: "queued" } });
}

export async function findJob(db: Database, id: number): Promise<Job | null> {
  return db.job.findUnique({ where: { id } });
}

/** The newest first. */
export async function findJobs(db: Database, { states, kinds, before, limit }: JobFilter): Promise<Job[]> {
  const where: Prisma.JobWhereInput = { ...(states && { state: { in: states } }), ...(kinds && { kind: { in: kinds } }), ...(before !== undefined && { id: { lt: before } }) };
  return db.job.findMany({ where, orderBy: { id: "desc" }, take: limit });
}

export async function countJobs(db: Database): Promise<{ state: string; count: number }[]> {
  const groups = await db.job.groupBy({ by: ["state"], _count: true });
  return groups.map(({ state, _count }) => ({ state, count: _count }));
}

/** Queued and running ones, in the order in which they take their turns. */
export async function findActiveJobs(db: Database): Promise<Job[]> {
  return db.job.findMany({ where: { state: { in: ["queued", "running"] } }, orderBy: { id: "asc" } });
}

/** The job that is running now, if its process lives. */
export async function findRunningJob(db: Database): Promise<Job | null> {
  const running = await db.job.findMany({ where: { state: "running" }, orderBy: { id: "desc" } });
  const alive = running.filter((job) => !isJobGone(job));
  // One that waits for its turn tells less than the one that it waits for.
  return alive.find(({ wants }) => wants === null) ?? alive[0] ?? null;
}

/** @param device as JSON */
export async function saveJobDevice(db: Database, id: number, device: string): Promise<void> {
  await db.job.update({ where: { id }, data: { device } });
}
