import { setPriority } from "node:os";
import { readEnv } from "@/lib/core/env";
import { toAppError } from "@/lib/core/errors";
import { logger } from "@/lib/core/logger";
import type { Database } from "@/lib/database/client";
import { claimJob } from "@/lib/database/job-claims";
import { prepareDatabase } from "@/lib/features/setup/prepare-database";
import { findJobOrFail } from "../find-or-fail";
import type { AnyJobHandler } from "../handlers";
import { firstLockOf } from "../job-locks";
import type { JobKind } from "../job-types";
import { putBack, runClaimedJob } from "../run-claimed-job";
import { END, RUNNER_EXIT } from "./runner-protocol";

/** Searches go before jobs. */
const NICENESS = 10;

interface RunnerTask {
  jobId: number;
  /** The identity of the worker that has reserved the job. */
  worker: string;
  handlers: Record<JobKind, () => Promise<AnyJobHandler>>;
}

/** A process of its own for one job, started by a worker; ends it when the worker has ended. */
export async function runAsRunner(task: RunnerTask): Promise<void> {
  const signal = listenToWorker();
  const opened = await open().catch((error: unknown) => {
    logger().error({ err: error, job: task.jobId }, "the database cannot be used for this job now");
    process.exit(RUNNER_EXIT.unavailable);
  });
  await run(opened, task, signal);
  process.exit(RUNNER_EXIT.ended);
}

function listenToWorker(): AbortSignal {
  const controller = new AbortController();
  const end = () => controller.abort(putBack);
  process.on("message", (message) => void (message === END && end()));
  process.on("SIGTERM", end);
  // Ctrl-C reaches all processes of a terminal; the worker says what follows from it.
  process.on("SIGINT", () => undefined);
  process.on("disconnect", () => process.exit(RUNNER_EXIT.ended));
  return controller.signal;
}

async function open(): Promise<{ db: Database; dataDir: string }> {
  const { dataDir } = readEnv();
  const { db } = await prepareDatabase(dataDir);
  return { db, dataDir };
}

async function run({ db, dataDir }: { db: Database; dataDir: string }, { jobId, worker, handlers }: RunnerTask, signal: AbortSignal): Promise<void> {
  const { kind } = await findJobOrFail(db, jobId);
  const handler = await handlers[kind as JobKind]();
  if (!(await claimJob(db, { id: jobId, lock: firstLockOf(kind), heedQueue: true }, worker))) return;
  // From here on: a job that is begun late because searches are busy would seem to hang.
  setPriority(NICENESS);
  await runClaimedJob(db, dataDir, jobId, handler, { signal, patient: true }).catch((error: unknown) => logger().info({ job: jobId, reason: toAppError(error).message }, "a job has ended without a result"));
}
