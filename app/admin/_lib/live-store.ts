import type { LiveOverview } from "@/lib/features/admin-state/admin-types";
import type { JobLogLine, JobView } from "@/lib/features/jobs/job-types";

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
  private readonly listeners = new Set<() => void>();

  readonly read = (): LiveSnapshot => this.snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  hearJobs(told: JobView[]): void {
    if (told.length > 0) this.change({ jobs: new Map([...this.snapshot.jobs, ...told.map((job) => [job.id, job] as const)]) });
  }

  hearOverview(overview: LiveOverview): void {
    this.change({ overview });
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
