import type { JobLogLine, JobView } from "@/lib/features/jobs/job-types";
import type { Overview } from "@/lib/features/admin-state/admin-types";
import type { LiveStore } from "./live-store";

/** How many of the latest jobs are asked for. */
const LATEST = 50;

async function read<T>(path: string): Promise<T> {
  const response = await fetch(`/api/v1/admin/${path}`, { cache: "no-store" });
  // Whoever has signed out elsewhere is led to signing in by the page itself.
  if (response.status === 401) location.reload();
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}

/** Asks once for all that events would have told. @returns true */
export async function pollState(store: LiveStore, jobId: number | null): Promise<true> {
  const [{ jobs }, overview, one] = await Promise.all([read<{ jobs: JobView[] }>(`jobs?limit=${LATEST}`), read<Overview>("overview"), jobId === null ? null : read<{ job: JobView; log: JobLogLine[] }>(`jobs/${jobId}`)]);
  store.begin();
  store.hearJobs([...jobs, ...overview.running, ...(one ? [one.job] : [])]);
  store.hearOverview({ workers: overview.workers, serving: overview.serving, active: overview.active?.id ?? null, pending: overview.pending });
  if (one) store.hearLog(one.job.id, one.log);
  return true;
}
