import { setTimeout as wait } from "node:timers/promises";
import { AppError, toAppError } from "@/lib/core/errors";
import { logger } from "@/lib/core/logger";
import { emptyWriteAheadLog, type Database } from "@/lib/database/client";
import { requeueJob } from "@/lib/database/job-claims";
import { finishJob, takenOver, type JobEnd } from "@/lib/database/job-lease";
import { findJob, type Job } from "@/lib/database/jobs";
import { forgetCancel, isAskedToCancel } from "./cancel-file";
import { cleanUpAfter } from "./clean-up";
import { describeFailure } from "./describe-failure";
import { findJobOrFail } from "./find-or-fail";
import type { JobContext, JobHandler } from "./job-context";
import { firstLockOf } from "./job-locks";
import { JobRecorder } from "./job-recorder";
import type { JobLock, JobLogLevel } from "./job-types";
import type { JobProgress } from "./progress-meter";
import { waitForLock } from "./wait-for-lock";

/** Milliseconds between two looks whether the job is to be cancelled. */
const LOOK_EVERY = 100;
/** Milliseconds between two tries to write a job's end; each further wait is twice as long, up to the most. */
const FIRST_RETRY = 1000;
const LAST_RETRY = 30_000;

export interface RunOptions {
  /** Aborting it cancels the job, or with `putBack` as its reason puts it back into the queue. */
  signal: AbortSignal;
  onProgress?: (progress: JobProgress) => void;
  onLog?: (message: string, level: JobLogLevel) => void;
  /** Goes on trying to write the job's end where the database cannot be written, rather than leaving that to the next process. */
  patient?: boolean;
}

/** Why a job is stopped whose process ends, and that another shall go on with. */
export const putBack = new AppError("cancelled", "Its process is ending; the next one goes on with it.");

/**
 * Does a job that this process has claimed, and writes its end.
 * @throws AppError what the job failed with, which its row has too; `cancelled`; `conflict` where another process has taken it over
 */
export async function runClaimedJob<Parameters, Result>(db: Database, dataDir: string, id: number, handler: JobHandler<Parameters, Result>, options: RunOptions): Promise<Result> {
  const job = await findJobOrFail(db, id);
  const run = new JobRun(db, dataDir, job, options);
  try {
    const result = await run.work(handler);
    await run.end({ state: "done", result });
    return result;
  } catch (error) {
    throw await run.fail(error);
  }
}

class JobRun {
  private readonly stop = new AbortController();
  private readonly recorder: JobRecorder;
  private readonly timer: NodeJS.Timeout;
  private readonly signal: AbortSignal;
  private holds: JobLock | null;
  private lost = false;

  constructor(private readonly db: Database, private readonly dataDir: string, private readonly job: Job, private readonly options: RunOptions) {
    this.signal = AbortSignal.any([options.signal, this.stop.signal]);
    this.holds = job.holds as JobLock | null;
    this.recorder = new JobRecorder(db, job.id, { onProgress: options.onProgress, onLog: options.onLog, onLost: () => this.lose() });
    this.timer = setInterval(() => this.look(), LOOK_EVERY);
  }

  async work<Parameters, Result>(handler: JobHandler<Parameters, Result>): Promise<Result> {
    const { db, dataDir, job, recorder, signal } = this;
    this.look();
    signal.throwIfAborted();
    const context: JobContext = { db, dataDir, jobId: job.id, signal, meter: recorder.meter, log: (message, level) => recorder.log(message, level), take: (lock) => this.take(lock) };
    const result = await handler.run(handler.parameters.parse(JSON.parse(job.parameters)), context);
    await this.close();
    return result;
  }

  async end(end: JobEnd): Promise<void> {
    const { db, dataDir, job, options } = this;
    const write = async () => {
      if (!(await finishJob(db, job.id, end))) throw takenOver(job.id);
    };
    await (options.patient ? keepTrying(write) : write());
    await forgetCancel(dataDir, job.id).catch(() => undefined);
  }

  /** Throws away what is half done and writes the end. On a full disk each step may fail; the first error is the one to tell. @returns what to throw */
  async fail(error: unknown): Promise<AppError> {
    await this.close();
    const { db, dataDir, job, signal } = this;
    if (this.lost) return takenOver(job.id);
    const failure = signal.aborted ? asStopped(error) : toAppError(error);
    const tryTo = (work: Promise<unknown>) => work.catch((cause: unknown) => logger().warn({ err: cause, job: job.id }, "after a job that failed, not everything could be cleaned up"));
    await tryTo(cleanUpAfter(db, dataDir, this.holds));
    if (!signal.aborted) await tryTo(emptyWriteAheadLog(db));
    const asked = isAskedToCancel(dataDir, job.id);
    if (signal.reason === putBack && !asked) await tryTo(this.putBack());
    // It says nothing of the job: once the other program lets go, the next attempt goes on from what is done.
    else if (failure.code === "database_busy" && this.options.patient && !asked) await keepTrying(() => this.putBack());
    else await tryTo(this.end({ state: failure.code === "cancelled" ? "cancelled" : "failed", error: describeFailure(failure) }));
    return failure;
  }

  private async take(lock: JobLock): Promise<void> {
    if (this.holds === lock) return;
    this.holds = null;
    const { db, dataDir, job, recorder, signal } = this;
    const onWait = () => {
      recorder.meter.begin("wait", null);
      recorder.log("Waiting for its turn: another job is at work on the same.");
    };
    await waitForLock(db, dataDir, job.id, lock, { signal, onWait });
    this.holds = lock;
  }

  private async putBack(): Promise<void> {
    const job = await findJob(this.db, this.job.id);
    if (job) await requeueJob(this.db, job, firstLockOf(job.kind), job.causes);
  }

  private look(): void {
    if (isAskedToCancel(this.dataDir, this.job.id)) this.stop.abort(new AppError("cancelled", "Cancelled."));
  }

  private lose(): void {
    this.lost = true;
    this.stop.abort(takenOver(this.job.id));
  }

  private async close(): Promise<void> {
    clearInterval(this.timer);
    await this.recorder.close();
  }
}

/** Whatever a stopped job fails with, it was stopped. */
function asStopped(error: unknown): AppError {
  const { code, message } = toAppError(error);
  return new AppError("cancelled", code === "cancelled" ? message : "Stopped.", { cause: error });
}

async function keepTrying(write: () => Promise<void>): Promise<void> {
  for (let pause = FIRST_RETRY; ; pause = Math.min(2 * pause, LAST_RETRY)) {
    try {
      return await write();
    } catch (error) {
      if (toAppError(error).code === "conflict") throw error;
      logger().warn({ err: error }, "the end of a job could not be written; trying again");
      await wait(pause);
    }
  }
}
