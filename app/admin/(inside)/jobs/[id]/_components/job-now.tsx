"use client";

import { useTranslations } from "use-intl";
import type { JobView } from "@/lib/features/jobs/job-types";
import { Command } from "@/app/admin/_components/command";
import { StageProgress } from "@/app/admin/_jobs/stage-progress";
import { WaitReason } from "@/app/admin/_jobs/wait-reason";

/** What a job that has not ended does, or waits for. */
export function JobNow({ job }: { job: JobView }) {
  const t = useTranslations();
  if (job.waitsFor?.jobId === null) {
    return (
      <div className="rounded-md bg-warn-soft p-4 text-sm">
        <p className="mb-2 text-warn">{t("admin.jobs.job.startWorker")}</p>
        <Command text="npm run worker" />
      </div>
    );
  }
  return (
    <div className="rounded-lg border border-rule bg-card p-4 sm:p-5">
      {job.waitsFor ? <p className="text-sm"><WaitReason waitsFor={job.waitsFor} /></p> : <StageProgress job={job} />}
    </div>
  );
}
