"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import type { JobView } from "@/lib/features/jobs/job-types";

/** What a job waits for. The server's sentence, in English, is there for who points at it. */
export function WaitReason({ waitsFor }: { waitsFor: NonNullable<JobView["waitsFor"]> }) {
  const t = useTranslations();
  const { jobId, reason } = waitsFor;
  if (jobId === null) return <span title={reason} className="text-warn">{t("admin.jobs.job.waitsWorker")}</span>;
  return (
    <span title={reason} className="text-muted">
      {t.rich("admin.jobs.job.waits", { id: String(jobId), job: (text) => <Link href={`/admin/jobs/${jobId}`} prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent">{text}</Link> })}
    </span>
  );
}
