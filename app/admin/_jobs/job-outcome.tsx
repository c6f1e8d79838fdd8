"use client";

import { useTranslations } from "use-intl";
import type { JobView } from "@/lib/features/jobs/job-types";
import type { IngestSummary } from "@/lib/features/ingestion/ingest-types";
import type { PruneSummary } from "@/lib/features/reindexing/prune/prune-types";
import type { ReindexSummary } from "@/lib/features/reindexing/reindex-types";
import type { VerifySummary } from "@/lib/features/reindexing/verify/verify-types";
import { countFaults, countPruned } from "./count-findings";
import { useJobSubject } from "./use-job-subject";

/** In a line: what came of a job, or why nothing did. */
export function JobOutcome({ job }: { job: JobView }) {
  const t = useTranslations();
  const subject = useJobSubject();
  if (job.state === "failed" && job.error) return <span lang="en" className="line-clamp-2 text-bad">{job.error.message}</span>;
  if (job.kind === "ingest" && job.result) return t("admin.jobs.outcome.ingest", { count: (job.result as IngestSummary).sources.reduce((sum, { captions }) => sum + captions, 0), files: subject(job) ?? "" });
  if (job.kind === "reindex" && job.result) {
    const { captionsInIndex: count, generation } = job.result as ReindexSummary;
    return generation && t("admin.jobs.outcome.reindex", { count, generation });
  }
  if (job.kind === "verify" && job.result) return t("admin.jobs.outcome.verify", { count: countFaults(job.result as VerifySummary) });
  if (job.kind === "prune" && job.result) return t("admin.jobs.outcome.prune", { count: countPruned(job.result as PruneSummary) });
  return <span className="text-muted">{subject(job) ?? "–"}</span>;
}
