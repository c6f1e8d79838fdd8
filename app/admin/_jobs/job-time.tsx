"use client";

import type { JobView } from "@/lib/features/jobs/job-types";
import { Duration } from "../_components/quantities";
import { RunningTime } from "./running-time";

/** How long a job took, or has been running. */
export function JobTime({ job: { startedAt, finishedAt } }: { job: JobView }) {
  if (startedAt === null) return <span className="text-muted">–</span>;
  return finishedAt === null ? <RunningTime since={startedAt} /> : <Duration seconds={(Date.parse(finishedAt) - Date.parse(startedAt)) / 1000} />;
}
