"use client";

import { useTranslations } from "use-intl";
import type { JobView } from "@/lib/features/jobs/job-types";
import { JobSubject } from "./job-subject";

/** In a line: what came of a job, or why nothing did. */
export function JobOutcome({ job }: { job: JobView }) {
  const t = useTranslations();
  if (job.state === "failed" && job.error) return <span lang="en" className="line-clamp-2 text-bad">{job.error.message}</span>;
  const { captionsInIndex, generation } = (job.result ?? {}) as { captionsInIndex?: unknown; generation?: unknown };
  if (job.kind === "reindex" && typeof captionsInIndex === "number" && typeof generation === "string") return t("admin.jobs.outcome.reindex", { count: captionsInIndex, generation });
  return <span className="text-muted"><JobSubject job={job} /></span>;
}
