import type { DeviceChoice } from "@/lib/core/devices";
import type { ErrorCode } from "@/lib/core/errors";
import type { Database } from "@/lib/database/client";
import { seemsJobGone } from "@/lib/database/job-owner";
import { findActiveJobs, type Job } from "@/lib/database/jobs";
import { findWorkers } from "@/lib/database/workers";
import { dataFolderOf, isAskedToCancel } from "./cancel-file";
import type { JobFailure, JobKind, JobState, JobView, StageRecord } from "./job-types";
import { explainWait } from "./explain-wait";

const parse = <T>(json: string | null): T | null => (json === null ? null : (JSON.parse(json) as T));

function failureOf({ state, error, errorCode, causes }: Job): JobFailure | null {
  if (error === null || state === "queued" || state === "running" || state === "done") return null;
  return { code: (errorCode as ErrorCode | null) ?? "internal", message: error, causes: parse<string[]>(causes) ?? [] };
}

/** Seconds until the current stage is done, by its rate. */
function etaOf({ state, done, total, rate }: Job): number | null {
  return state !== "running" || total === null || !rate ? null : Math.max(0, total - done) / rate;
}

/** Jobs as people and programs see them, with what they wait for. */
export async function viewJobs(db: Database, jobs: Job[]): Promise<JobView[]> {
  const ended = jobs.every(({ state }) => state !== "queued" && state !== "running");
  const active = ended ? [] : await findActiveJobs(db);
  const workerAlive = ended || (await findWorkers(db)).some(({ alive }) => alive);
  const dataDir = await dataFolderOf(db);
  return jobs.map((job) => ({
    id: job.id,
    kind: job.kind as JobKind,
    state: job.state as JobState,
    requestedBy: job.requestedBy,
    parameters: JSON.parse(job.parameters) as unknown,
    stages: JSON.parse(job.stages) as StageRecord[],
    etaSeconds: etaOf(job),
    device: parse<DeviceChoice>(job.device),
    result: parse<unknown>(job.result),
    error: failureOf(job),
    worker: job.worker,
    attempt: job.attempt,
    waitsFor: explainWait(job, { active, workerAlive, isGone: seemsJobGone }),
    cancelling: job.state === "running" && isAskedToCancel(dataDir, job.id),
    createdAt: job.createdAt.toISOString(),
    startedAt: job.startedAt?.toISOString() ?? null,
    finishedAt: job.finishedAt?.toISOString() ?? null,
  }));
}

/** One job, as viewJobs shows it. */
export async function viewJob(db: Database, job: Job): Promise<JobView> {
  const [view] = await viewJobs(db, [job]);
  return view as JobView;
}
