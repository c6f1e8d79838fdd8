"use client";

import { useTranslations } from "use-intl";
import type { JobView } from "@/lib/features/jobs/job-types";
import { Command } from "@/app/admin/_components/command";
import { RelativeTime } from "@/app/admin/_components/time";
import { CancelJob } from "@/app/admin/_jobs/cancel-job";
import { JobLink } from "@/app/admin/_jobs/job-link";
import { useJobSubject } from "@/app/admin/_jobs/use-job-subject";
import { WaitReason } from "@/app/admin/_jobs/wait-reason";

const SHOWN = 20;

/** Jobs in the order in which they will run, with what they wait for. */
export function QueuedJobs({ jobs }: { jobs: JobView[] }) {
  const t = useTranslations();
  const subject = useJobSubject();
  const unattended = jobs.some(({ waitsFor }) => waitsFor !== null && waitsFor.jobId === null);
  return (
    <>
      {unattended && (
        <div className="mb-4 rounded-md bg-warn-soft p-4 text-sm">
          <p className="mb-2 text-warn">{t("admin.jobs.job.startWorker")}</p>
          <Command text="npm run worker" />
        </div>
      )}
      <ol className="divide-y divide-rule border-y border-rule">
        {jobs.slice(0, SHOWN).map((job) => (
          <li key={job.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 text-sm">
            <JobLink job={job} />
            <span className="min-w-0 wrap-anywhere text-muted">{subject(job)}</span>
            {job.waitsFor && <WaitReason waitsFor={job.waitsFor} />}
            <span className="ml-auto text-xs text-muted"><RelativeTime at={job.createdAt} /></span>
            <CancelJob job={job} />
          </li>
        ))}
      </ol>
      {jobs.length > SHOWN && <p className="mt-2 text-sm text-muted">{t("admin.jobs.list.more", { count: jobs.length - SHOWN })}</p>}
    </>
  );
}
