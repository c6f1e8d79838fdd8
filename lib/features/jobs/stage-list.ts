import type { StageRecord } from "./job-types";
import type { JobProgress } from "./progress-meter";

/** Stages of a job that are kept; each of many files has one. */
const MOST = 100;

/** The stages of a job, from what its meter reports. */
export class StageList {
  readonly records: StageRecord[] = [];
  private file: string | null = null;
  private startedAt = 0;

  constructor(private readonly now: () => number = () => performance.now()) {}

  report({ stage, done, total, rate, file }: JobProgress): void {
    const current = this.records.at(-1);
    // Several files are read one after another under one name, and a build may go through its stages twice.
    if (current?.stage !== stage || this.file !== file || done < current.done) this.begin(stage, file);
    this.records[this.records.length - 1] = { stage, done, total, rate: rate > 0 ? rate : null, seconds: this.seconds(), ...(file !== null && { file }) };
  }

  private begin(stage: string, file: string | null): void {
    const last = this.records.at(-1);
    if (last) last.seconds = this.seconds();
    if (this.records.length === MOST) this.records.shift();
    this.records.push({ stage, done: 0, total: null, rate: null, seconds: 0 });
    this.file = file;
    this.startedAt = this.now();
  }

  /** Of the current stage. */
  private seconds(): number {
    return (this.now() - this.startedAt) / 1000;
  }
}
