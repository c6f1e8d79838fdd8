import type { LiveOverview } from "@/lib/features/admin-state/admin-types";
import type { JobLogLine, JobView } from "@/lib/features/jobs/job-types";
import { newerJob } from "./newer-job";

export type Connection = "connecting" | "live" | "polling";

export interface LiveSnapshot {
  /** Every job heard of since the page was opened, as it was told last. */
  jobs: ReadonlyMap<number, JobView>;
  overview: LiveOverview | null;
  /** Log lines of the jobs looked at, by job, in order. */
  logs: ReadonlyMap<number, readonly JobLogLine[]>;
  connection: Connection;
}

export const NOTHING_YET: LiveSnapshot = { jobs: new Map(), overview: null, logs: new Map(), connection: "connecting" };

/** Lines of one log that are kept; the server keeps no more. */
const LINES = 500;

/** What the server has told so far. A change makes a new snapshot; what has not changed is the same object in it. */
export class LiveStore {
  private snapshot = NOTHING_YET;
  /** Ids told since the telling began anew; null where it only goes on. */
  private told: Set<number> | null = null;
  private readonly listeners = new Set<() => void>();

  readonly read = (): LiveSnapshot => this.snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** All jobs that have not ended are told next, before the overview is: those that then were not told have ended unheard. */
  begin(): void {
    this.told = new Set();
  }

  /** What was told earlier may be heard later, such as the answer to an act: of two views of a job the later one counts. */
  hearJobs(told: JobView[]): void {
    if (told.length === 0) return;
    const jobs = new Map(this.snapshot.jobs);
    for (const job of told) {
      jobs.set(job.id, newerJob(jobs.get(job.id) ?? job, job));
      this.told?.add(job.id);
    }
    this.change({ jobs });
  }

  hearOverview(overview: LiveOverview): void {
    const { told } = this;
    this.told = null;
    const jobs = told ? new Map([...this.snapshot.jobs].filter(([id, { finishedAt }]) => finishedAt !== null || told.has(id))) : this.snapshot.jobs;
    this.change({ overview, jobs });
  }

  /** Lines may be told again after an interruption: each is taken once. */
  hearLog(jobId: number, told: JobLogLine[]): void {
    const known = this.snapshot.logs.get(jobId) ?? [];
    const last = known.at(-1)?.id ?? 0;
    const fresh = told.filter(({ id }) => id > last);
    if (fresh.length > 0) this.change({ logs: new Map(this.snapshot.logs).set(jobId, [...known, ...fresh].slice(-LINES)) });
  }

  connect(connection: Connection): void {
    if (connection !== this.snapshot.connection) this.change({ connection });
  }

  private change(part: Partial<LiveSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...part };
    for (const listener of this.listeners) listener();
  }
}
