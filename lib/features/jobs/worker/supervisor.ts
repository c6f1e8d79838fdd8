import { setTimeout as wait } from "node:timers/promises";
import { AppError, toAppError } from "@/lib/core/errors";
import { ownIdentity } from "@/lib/core/process-identity";
import type { Database } from "@/lib/database/client";
import { isDatabaseExchanged } from "@/lib/database/database-file";
import { reserveJob } from "@/lib/database/job-claims";
import { beatQueuedJobs } from "@/lib/database/job-lease";
import { isJobGone } from "@/lib/database/job-owner";
import { findActiveJobs, type Job } from "@/lib/database/jobs";
import { beatWorker, removeGoneWorkers, removeWorker } from "@/lib/database/workers";
import { prepareDatabase } from "@/lib/features/setup/prepare-database";
import { explainWait } from "../explain-wait";
import { firstLockOf } from "../job-locks";
import { requeueGoneJobs } from "../requeue-gone-jobs";
import { judgeEnd } from "./judge-end";
import { RunnerProcess, type RunnerEnd } from "./runner-process";
import { RUNNER_EXIT } from "./runner-protocol";

/** Milliseconds between two looks for work, and between two signs of life. */
const LOOK_EVERY = 500;
const BEAT_EVERY = 2000;
/** Milliseconds that runners have to leave their jobs in order when the worker ends. */
const END_WITHIN = 3000;
/** Processes at once. Those that hold or await a lock are five at most, so that one of these always gets its turn. */
const MOST_RUNNERS = 6;
/** Of these, processes that are starting up: more would all be later. */
const MOST_STARTING = 2;
/** Milliseconds before a job that crashed is begun again, and before an unusable database is tried again; each further wait is twice as long, up to the most. */
const FIRST_PAUSE = 1000;
const LAST_PAUSE = 30_000;

interface SupervisorOptions {
  dataDir: string;
  version: string;
  /** The program that does one job, as RunnerProcess starts it. */
  runner: string;
  /** Told, for people, what the worker does. */
  onEvent: (message: string) => void;
}

/** Looks for jobs that may run and has each done by a process of its own. Any number of them may work on one database. */
export class Supervisor {
  private db: Database | null = null;
  private readonly runners = new Map<number, RunnerProcess>();
  private readonly ended: RunnerEnd[] = [];
  /** By job: how often it crashed here, and performance.now() before which it is not begun again. */
  private readonly crashes = new Map<number, { count: number; until: number }>();
  private beatAt = -Infinity;
  private trouble: string | null = null;
  private pause = FIRST_PAUSE;
  /** Something has happened since the last look began. */
  private woken = false;
  private endSleep = () => {};

  constructor(private readonly options: SupervisorOptions) {}

  /** Works until the signal aborts; then its jobs go back into the queue, for the next worker. */
  async run(signal: AbortSignal): Promise<void> {
    signal.addEventListener("abort", () => this.wake(), { once: true });
    while (!signal.aborted) await this.sleep(await this.lookAround());
    await this.close();
  }

  /** @returns milliseconds until the next look */
  private async lookAround(): Promise<number> {
    this.woken = false;
    try {
      await this.work();
      if (this.trouble !== null) this.options.onEvent("The database can be used again.");
      this.trouble = null;
      this.pause = FIRST_PAUSE;
      return LOOK_EVERY;
    } catch (error) {
      const { message } = toAppError(error);
      if (message !== this.trouble) this.options.onEvent(`No jobs are taken until this is mended: ${message}`);
      this.trouble = message;
      this.pause = Math.min(2 * this.pause, LAST_PAUSE);
      return this.pause;
    }
  }

  private async work(): Promise<void> {
    const { dataDir } = this.options;
    this.db ??= (await prepareDatabase(dataDir)).db;
    if (await isDatabaseExchanged(dataDir)) throw new AppError("database_unavailable", "another database was put in the place of the one that this worker has open. Restart it, and the server.");
    await this.beat(this.db);
    await this.judge(this.db);
    // How its own runners ended is judged by what is known of it.
    await requeueGoneJobs(this.db, dataDir, (id) => this.hasInHand(id));
    await this.takeJobs(this.db);
  }

  private async beat(db: Database): Promise<void> {
    if (performance.now() - this.beatAt < BEAT_EVERY) return;
    if (this.beatAt === -Infinity) this.options.onEvent("Waiting for jobs.");
    await beatWorker(db, this.options.version);
    await beatQueuedJobs(db);
    await removeGoneWorkers(db);
    this.beatAt = performance.now();
  }

  private async takeJobs(db: Database): Promise<void> {
    const active = await findActiveJobs(db);
    let starting = active.filter(({ state, worker }) => state === "queued" && worker === ownIdentity()).length;
    for (const job of active) {
      if (this.runners.size >= MOST_RUNNERS || starting >= MOST_STARTING) return;
      if (job.state !== "queued" || job.worker !== null || this.hasInHand(job.id) || performance.now() < (this.crashes.get(job.id)?.until ?? 0)) continue;
      const isNext = explainWait(job, { active, workerAlive: true, isGone: isJobGone }) === null;
      if (!isNext || !(await reserveJob(db, job, firstLockOf(job.kind)))) continue;
      this.start(job);
      starting++;
    }
  }

  private start({ id, kind, attempt }: Job): void {
    const runner = new RunnerProcess({ program: this.options.runner, dataDir: this.options.dataDir, jobId: id });
    this.runners.set(id, runner);
    this.options.onEvent(`Job ${id} (${kind}) begins${attempt > 0 ? ` again, attempt ${attempt + 1}` : ""}.`);
    void runner.ended.then((end) => {
      this.runners.delete(id);
      this.ended.push(end);
      this.wake();
    });
  }

  /** Those that could not be judged, as the database could not be written, are judged later. */
  private async judge(db: Database): Promise<void> {
    for (let end = this.ended[0]; end; end = this.ended[0]) {
      const crashed = await judgeEnd(db, this.options.dataDir, end);
      this.ended.shift();
      this.options.onEvent(`Job ${end.jobId}: its process has ended${crashed ? ` by a crash (${end.signal ?? `exit code ${end.code}`})` : ""}.`);
      if (crashed || end.code === RUNNER_EXIT.unavailable) this.delay(end.jobId);
      else this.crashes.delete(end.jobId);
    }
  }

  private hasInHand(jobId: number): boolean {
    return this.runners.has(jobId) || this.ended.some((end) => end.jobId === jobId);
  }

  private delay(jobId: number): void {
    const count = (this.crashes.get(jobId)?.count ?? 0) + 1;
    this.crashes.set(jobId, { count, until: performance.now() + Math.min(FIRST_PAUSE * 2 ** (count - 1), LAST_PAUSE) });
  }

  private async close(): Promise<void> {
    const runners = [...this.runners.values()];
    runners.forEach((runner) => runner.end());
    const all = Promise.all(runners.map(({ ended }) => ended));
    await Promise.race([all, wait(END_WITHIN, undefined, { ref: false })]);
    runners.forEach((runner) => runner.kill());
    await all;
    if (!this.db) return;
    const db = this.db;
    await this.judge(db).then(() => removeWorker(db)).catch((error: unknown) => this.options.onEvent(`The jobs of this worker could not be put back: ${toAppError(error).message}`));
  }

  private wake(): void {
    this.woken = true;
    this.endSleep();
  }

  private async sleep(ms: number): Promise<void> {
    if (this.woken) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.endSleep = resolve;
      timer = setTimeout(resolve, ms);
    });
    clearTimeout(timer);
  }
}
