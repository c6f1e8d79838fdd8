import type { DeviceChoice } from "@/lib/core/devices";
import type { ErrorCode } from "@/lib/core/errors";

export const JOB_KINDS = ["ingest", "reindex", "layout", "evaluate", "verify", "prune"] as const;
export type JobKind = (typeof JOB_KINDS)[number];

export const JOB_STATES = ["queued", "running", "done", "failed", "cancelled"] as const;
export type JobState = (typeof JOB_STATES)[number];

/** What one job at a time may do: change captions and their sources; change generations; make layouts; measure. */
export type JobLock = "captions" | "index" | "layout" | "evaluation";

export interface StageRecord {
  stage: string;
  done: number;
  /** Null where not known beforehand. */
  total: number | null;
  /** Items per second over the stage so far. */
  rate: number | null;
  seconds: number;
  /** The file that is read in it. */
  file?: string;
}

export interface JobFailure {
  code: ErrorCode;
  message: string;
  /** Messages of what caused it, outermost first. */
  causes: string[];
}

/** A job as people and programs see it. Times are ISO 8601, UTC. */
export interface JobView {
  id: number;
  kind: JobKind;
  state: JobState;
  requestedBy: string;
  parameters: unknown;
  /** The current stage last. */
  stages: StageRecord[];
  /** Of the current stage. */
  etaSeconds: number | null;
  device: DeviceChoice | null;
  /** What its kind returns (IngestSummary, ReindexSummary, …); null before it is done. */
  result: unknown;
  error: JobFailure | null;
  /** host:pid:nonce of the process that runs it, or ran it last. */
  worker: string | null;
  /** How many processes have begun it: more than one where its process was killed. */
  attempt: number;
  /** Why a job that could run does not yet: another job, or that no worker is running (jobId null). */
  waitsFor: { jobId: number | null; reason: string } | null;
  /** A running job that was asked to stop. */
  cancelling: boolean;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}

export type JobLogLevel = "info" | "warn" | "error";

export interface JobLogLine {
  id: number;
  at: string;
  level: JobLogLevel;
  message: string;
}

/** A process that takes jobs. */
export interface WorkerView {
  id: string;
  startedAt: string;
  alive: boolean;
  version: string;
}
