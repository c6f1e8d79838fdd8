"use client";

import { useTranslations } from "use-intl";
import type { JobView } from "@/lib/features/jobs/job-types";
import { CancelJob } from "./cancel-job";
import { DeviceLine } from "./device-line";
import { JobBadge } from "./job-badge";
import { JobLink } from "./job-link";
import { JobTime } from "./job-time";
import { StageProgress } from "./stage-progress";
import { useJobSubject } from "./use-job-subject";
import { WaitReason } from "./wait-reason";

/** A job at work, as it goes on. */
export function RunningJob({ job }: { job: JobView }) {
  const t = useTranslations();
  const subject = useJobSubject();
  return (
    <li className="rounded-lg border border-rule bg-card p-4 sm:p-5">
      <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <JobLink job={job} />
        <JobBadge job={job} />
        <span className="min-w-0 text-sm wrap-anywhere text-muted">{subject(job)}</span>
        <span className="ml-auto"><CancelJob job={job} /></span>
      </div>
      {job.waitsFor ? <p className="text-sm"><WaitReason waitsFor={job.waitsFor} /></p> : <StageProgress job={job} />}
      <div className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-xs text-muted">
        <DeviceLine device={job.device} />
        <span className="ml-auto">{t.rich("admin.jobs.job.running", { time: () => <JobTime job={job} /> })}</span>
      </div>
    </li>
  );
}
