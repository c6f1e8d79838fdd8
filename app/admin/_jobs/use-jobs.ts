"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { JobView } from "@/lib/features/jobs/job-types";
import { useLive } from "../_components/live-state";
import { newerJob } from "../_lib/newer-job";

const isEnded = ({ state }: JobView) => state !== "queued" && state !== "running";

/** The jobs that the server rendered and those it told of since, each as it is now, the newest first. */
export function useJobs(served: JobView[]): JobView[] {
  const jobs = new Map(useLive().jobs);
  for (const job of served) jobs.set(job.id, newerJob(job, jobs.get(job.id) ?? job));
  return [...jobs.values()].sort((a, b) => b.id - a.id);
}

/** One job as it is now. */
export function useJob(served: JobView): JobView {
  return newerJob(served, useLive().jobs.get(served.id) ?? served);
}

/**
 * Has the server render the page anew when a job has ended or the active generation has changed, since then much is different,
 * and where a job of the page has ended before the server began to tell.
 */
export function useRefreshAfterJobs(served: JobView[]): void {
  const router = useRouter();
  const { jobs, overview } = useLive();
  const ended = [...jobs.values()].filter(isEnded).map(({ id }) => id);
  const missing = served.filter((job) => !isEnded(job) && !jobs.has(job.id)).map(({ id }) => id);
  const state = overview === null ? null : [ended, missing, overview.active, overview.serving, overview.pending].join("|");
  const before = useRef<string | null>(null);
  useEffect(() => {
    if (state === null || state === before.current) return;
    if (before.current !== null || missing.length > 0) router.refresh();
    before.current = state;
  }, [router, state, missing.length]);
}
