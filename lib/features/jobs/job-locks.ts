import type { JobKind, JobLock } from "./job-types";

/** What a kind of job holds from its start; null: it may run beside any other. */
export const FIRST_LOCK: Record<JobKind, JobLock | null> = { ingest: "captions", reindex: "index", layout: "layout", evaluate: "evaluation", verify: null, prune: "index" };

export const firstLockOf = (kind: string): JobLock | null => FIRST_LOCK[kind as JobKind] ?? null;
