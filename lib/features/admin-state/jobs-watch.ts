import type { Database } from "@/lib/database/client";
import type { JobView } from "@/lib/features/jobs/job-types";
import { listJobs } from "@/lib/features/jobs/list-jobs";
import { readJob } from "@/lib/features/jobs/read-job";

/** Queued and running jobs that are told of. */
const MOST_ACTIVE = 200;
/** Of the newest jobs, those looked at for ones that began and ended between two looks. */
const NEWEST = 5;
/** Milliseconds for which a job that ended is still told to whoever comes. */
const TOLD_FOR = 60_000;

/** Which jobs a page has to know of: the queued and running ones, and those that have just ended. Costs the same however many old jobs there are. */
export class JobsWatch {
  private active = new Set<number>();
  private readonly ended = new Map<number, { job: JobView; at: number }>();
  private newest: number | null = null;

  constructor(private readonly now: () => number = () => performance.now()) {}

  async look(db: Database): Promise<JobView[]> {
    const active = await listJobs(db, { states: ["queued", "running"], limit: MOST_ACTIVE });
    const latest = await listJobs(db, { limit: NEWEST });
    const ids = new Set(active.map(({ id }) => id));
    for (const id of this.active) if (!ids.has(id)) await this.end(db, id);
    for (const { id } of latest) if (this.newest !== null && id > this.newest && !ids.has(id)) await this.end(db, id);
    this.newest = latest[0]?.id ?? this.newest ?? 0;
    this.active = ids;
    this.forgetOld();
    return [...active, ...[...this.ended.values()].map(({ job }) => job).filter(({ id }) => !ids.has(id))];
  }

  private async end(db: Database, id: number): Promise<void> {
    this.ended.set(id, { job: await readJob(db, id), at: this.now() });
  }

  private forgetOld(): void {
    for (const [id, { at }] of this.ended) if (this.now() - at > TOLD_FOR) this.ended.delete(id);
  }
}
