import type { z } from "zod";
import type { Database } from "@/lib/database/client";
import type { JobKind, JobLock, JobLogLevel } from "./job-types";
import type { ProgressMeter } from "./progress-meter";

/** What a job works with. */
export interface JobContext {
  db: Database;
  dataDir: string;
  jobId: number;
  /** Aborts when the job is cancelled, its process is stopped, or another process has taken it over. */
  signal: AbortSignal;
  /** What it reports is kept in the job's row, stage by stage. */
  meter: ProgressMeter;
  /** A line for people, in the job's log. */
  log: (message: string, level?: JobLogLevel) => void;
  /**
   * Waits until no other job holds the lock, in the order of job ids; gives up any other lock this job holds.
   * @throws the signal's reason
   */
  take: (lock: JobLock) => Promise<void>;
}

/** What a kind of job does. */
export interface JobHandler<Parameters, Result> {
  kind: JobKind;
  /** Checks what a job is made with, and what is read back from its row. */
  parameters: z.ZodType<Parameters>;
  /** Held from the start; null: it may run beside any other. */
  lock: JobLock | null;
  /** Has to be safe to run again after a kill at any moment: what is done is kept, what is half done is thrown away. */
  run: (parameters: Parameters, context: JobContext) => Promise<Result>;
}
