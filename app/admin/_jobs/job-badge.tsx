"use client";

import type { JobView } from "@/lib/features/jobs/job-types";
import { Badge } from "../_components/badge";
import { foundFaults, useJobWords } from "./job-words";

const looks = {
  queued: { tone: "neutral", icon: "clock" },
  running: { tone: "active", icon: "running" },
  done: { tone: "good", icon: "check" },
  failed: { tone: "bad", icon: "alert" },
  cancelled: { tone: "neutral", icon: "stop" },
} as const;

export function JobBadge({ job }: { job: JobView }) {
  const words = useJobWords();
  return <Badge {...looks[foundFaults(job) ? "failed" : job.state]} turning={job.state === "running"}>{words.state(job)}</Badge>;
}
