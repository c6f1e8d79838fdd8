import { logger } from "@/lib/core/logger";
import type { Database } from "@/lib/database/client";
import { beatJob } from "@/lib/database/job-lease";
import { appendJobLog, type NewLogLine } from "@/lib/database/job-log";
import type { JobLogLevel } from "./job-types";
import { ProgressMeter, type JobProgress } from "./progress-meter";
import { StageList } from "./stage-list";

/** Milliseconds between two saves where there is something to save, and between two signs of life. */
const SAVE_EVERY = 500;
const BEAT_EVERY = 2000;

interface RecorderOptions {
  onProgress?: (progress: JobProgress) => void;
  onLog?: (message: string, level: JobLogLevel) => void;
  /** The job is another process's by now. */
  onLost: () => void;
}

/** Keeps a job's row and log up to date while it runs; every save is its sign of life. */
export class JobRecorder {
  readonly meter: ProgressMeter;
  private readonly stages = new StageList();
  private lines: NewLogLine[] = [];
  private changed = false;
  private savedAt = 0;
  private saving: Promise<void> | null = null;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly db: Database, private readonly jobId: number, private readonly options: RecorderOptions) {
    this.meter = new ProgressMeter((progress) => this.report(progress));
    this.timer = setInterval(() => this.saveIfDue(), SAVE_EVERY);
  }

  log(message: string, level: JobLogLevel = "info"): void {
    this.lines.push({ at: new Date(), level, message });
    this.options.onLog?.(message, level);
  }

  /** Saves what there is and ends. What cannot be saved is left out: the job's end says more. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.saving;
    await this.save();
  }

  private report(progress: JobProgress): void {
    this.stages.report(progress);
    this.changed = true;
    this.options.onProgress?.(progress);
  }

  private saveIfDue(): void {
    const due = this.changed || this.lines.length > 0 || performance.now() - this.savedAt >= BEAT_EVERY;
    // While a transaction of this job keeps the connection, one save waits for it, and no more.
    if (due) this.saving ??= this.save().finally(() => (this.saving = null));
  }

  private async save(): Promise<void> {
    const { lines } = this;
    this.lines = [];
    const state = this.changed ? this.state() : null;
    this.changed = false;
    this.savedAt = performance.now();
    try {
      if (!(await beatJob(this.db, this.jobId, state))) this.options.onLost();
      await appendJobLog(this.db, this.jobId, lines);
    } catch (error) {
      this.changed ||= state !== null;
      logger().warn({ err: error, job: this.jobId }, "the job's progress could not be saved");
    }
  }

  private state() {
    const { records } = this.stages;
    const { stage, done, total, rate } = records.at(-1) ?? { stage: null, done: 0, total: null, rate: null };
    return { stage, done, total, rate, stages: JSON.stringify(records) };
  }
}
