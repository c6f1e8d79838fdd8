import type { Database } from "@/lib/database/client";
import { findJobLog } from "@/lib/database/job-log";
import type { JobLogLevel, JobLogLine } from "./job-types";

/** The last lines of a job's log, the oldest first. @param after only lines with higher ids */
export async function readJobLog(db: Database, id: number, page: { after?: number; limit?: number } = {}): Promise<JobLogLine[]> {
  const lines = await findJobLog(db, id, page);
  return lines.map(({ id: line, at, level, message }) => ({ id: line, at: at.toISOString(), level: level as JobLogLevel, message }));
}
