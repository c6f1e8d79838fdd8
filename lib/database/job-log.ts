import type { Database } from "./client";
import type { JobLog } from "./generated/client";

/** Lines of each job that are kept. */
const KEPT = 500;

export interface NewLogLine {
  at: Date;
  level: string;
  message: string;
}

/** Adds lines to a job's log, in order, and drops the oldest. */
export async function appendJobLog(db: Database, jobId: number, lines: NewLogLine[]): Promise<void> {
  if (lines.length === 0) return;
  await db.$transaction([
    db.jobLog.createMany({ data: lines.slice(-KEPT).map((line) => ({ ...line, jobId })) }),
    db.$executeRaw`DELETE FROM JobLog WHERE jobId = ${jobId} AND id <= (SELECT id FROM JobLog WHERE jobId = ${jobId} ORDER BY id DESC LIMIT 1 OFFSET ${KEPT})`,
  ]);
}

/** The oldest first. @param after only lines with higher ids @param limit the last ones, where there are more */
export async function findJobLog(db: Database, jobId: number, { after = 0, limit = KEPT }: { after?: number; limit?: number } = {}): Promise<JobLog[]> {
  const last = await db.jobLog.findMany({ where: { jobId, id: { gt: after } }, orderBy: { id: "desc" }, take: limit });
  return last.reverse();
}
