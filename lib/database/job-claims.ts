import { ownIdentity } from "@/lib/core/process-identity";
import type { Database } from "./client";
import { type Job, Prisma } from "./generated/client";
import { ownJobs } from "./job-owner";

/** Processes that may wait for a lock in the middle of their job; more would take memory for nothing. */
const MOST_WAITING = 3;

/** As a job was read: what is done to it only happens where it is still so. */
export type SeenJob = Pick<Job, "id" | "worker" | "beat">;

interface Turn {
  id: number;
  lock: string | null;
  /** Whether queued jobs that no process has come for go before later ones: not where there is no worker to run them. */
  heedQueue: boolean;
}

/** That no other job holds the lock and none of a lower id waits for it. */
function isItsTurn({ id, lock, heedQueue }: Turn): Prisma.Sql {
  if (lock === null) return Prisma.sql`TRUE`;
  return Prisma.sql`NOT EXISTS (SELECT 1 FROM Job AS o WHERE o.id <> ${id} AND (
    (o.state = 'running' AND o.holds = ${lock})
    OR (o.id < ${id} AND o.wants = ${lock} AND (o.state = 'running' OR (o.state = 'queued' AND (o.worker IS NOT NULL OR ${heedQueue}))))))`;
}

const same = ({ id, worker, beat }: SeenJob) => Prisma.sql`id = ${id} AND worker IS ${worker} AND beat = ${beat}`;

/** Says that this process will have a queued job run, so that no other prepares for it as well. @returns whether it may */
export async function reserveJob(db: Database, job: SeenJob, lock: string | null): Promise<boolean> {
  const room = lock === "captions" ? Prisma.sql`(SELECT count(*) FROM Job WHERE state = 'running' AND wants IS NOT NULL) < ${MOST_WAITING}` : Prisma.sql`TRUE`;
  const changed = await db.$executeRaw`
    UPDATE Job SET worker = ${ownIdentity()}, beat = beat + 1, heartbeatAt = ${new Date()}
    WHERE ${same(job)} AND state = 'queued' AND ${isItsTurn({ id: job.id, lock, heedQueue: true })} AND ${room}`;
  if (changed > 0) ownJobs.add(job.id);
  return changed > 0;
}

/** The same for a process that will run the job itself, and waits for its turn. */
export async function keepJob(db: Database, job: SeenJob): Promise<boolean> {
  const changed = await db.$executeRaw`UPDATE Job SET worker = ${ownIdentity()}, beat = beat + 1, heartbeatAt = ${new Date()} WHERE ${same(job)} AND state = 'queued'`;
  if (changed > 0) ownJobs.add(job.id);
  return changed > 0;
}

/** Begins a queued job in this process, with its first lock. @param reservedBy the process that it was reserved by @returns whether this process has it now */
export async function claimJob(db: Database, turn: Turn, reservedBy: string | null): Promise<boolean> {
  const now = new Date();
  const changed = await db.$executeRaw`
    UPDATE Job SET state = 'running', worker = ${ownIdentity()}, beat = beat + 1, heartbeatAt = ${now}, attempt = attempt + 1, startedAt = coalesce(startedAt, ${now}),
      holds = ${turn.lock}, wants = NULL, stage = NULL, done = 0, total = NULL, rate = NULL, stages = '[]'
    WHERE id = ${turn.id} AND state = 'queued' AND worker IS ${reservedBy} AND ${isItsTurn(turn)}`;
  if (changed > 0) ownJobs.add(turn.id);
  return changed > 0;
}

/** Changes the lock that a job of this process holds; while it is not its turn, the job holds none and waits. @returns null where the job is another's by now */
export async function takeLock(db: Database, turn: Turn): Promise<"taken" | "waiting" | null> {
  const own = Prisma.sql`id = ${turn.id} AND worker = ${ownIdentity()} AND state = 'running'`;
  const now = new Date();
  if ((await db.$executeRaw`UPDATE Job SET holds = ${turn.lock}, wants = NULL, beat = beat + 1, heartbeatAt = ${now} WHERE ${own} AND ${isItsTurn(turn)}`) > 0) return "taken";
  return (await db.$executeRaw`UPDATE Job SET holds = NULL, wants = ${turn.lock}, beat = beat + 1, heartbeatAt = ${now} WHERE ${own}`) > 0 ? "waiting" : null;
}

/** Takes a job over whose process is gone, as it is, so that this process may end it. @returns whether it still was as seen */
export async function adoptJob(db: Database, job: SeenJob): Promise<boolean> {
  const changed = await db.$executeRaw`UPDATE Job SET state = 'running', worker = ${ownIdentity()}, beat = beat + 1, heartbeatAt = ${new Date()} WHERE ${same(job)} AND state IN ('queued', 'running')`;
  return changed > 0;
}

/** Puts a job back into the queue. @param lock that it begins with @param crashes JSON, string[]: what ended its attempts since it last got any further @returns whether it still was as seen */
export async function requeueJob(db: Database, job: SeenJob, lock: string | null, crashes: string | null): Promise<boolean> {
  const changed = await db.$executeRaw`
    UPDATE Job SET state = 'queued', worker = NULL, beat = beat + 1, holds = NULL, wants = ${lock}, causes = ${crashes}
    WHERE ${same(job)} AND state IN ('queued', 'running')`;
  ownJobs.delete(job.id);
  return changed > 0;
}
