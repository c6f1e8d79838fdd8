"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Announce } from "@/app/_components/announce";
import type { JobLogLine, JobView } from "@/lib/features/jobs/job-types";
import { LiveMark } from "@/app/admin/_components/live-mark";
import { PageHeading } from "@/app/admin/_components/page-heading";
import { Section } from "@/app/admin/_components/section";
import { CancelJob } from "@/app/admin/_jobs/cancel-job";
import { JobBadge } from "@/app/admin/_jobs/job-badge";
import { useJobWords } from "@/app/admin/_jobs/job-words";
import { RetryJob } from "@/app/admin/_jobs/retry-job";
import { useJob } from "@/app/admin/_jobs/use-jobs";
import { JobError } from "./job-error";
import { JobFacts } from "./job-facts";
import { JobLog } from "./job-log";
import { JobNow } from "./job-now";
import { JobParameters } from "./job-parameters";
import { JobResult } from "./job-result";
import { StageTable } from "./stage-table";

/** All there is to know of a job, kept up to date while it runs. */
export function JobDetail({ served, log }: { served: JobView; log: JobLogLine[] }) {
  const [t, words] = [useTranslations(), useJobWords()];
  const job = useJob(served);
  const unfinished = job.state === "queued" || job.state === "running";
  return (
    <>
      <PageHeading above={<Link href="/admin/jobs" prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent">{t("admin.jobs.job.back")}</Link>}
        heading={words.name(job)} mark={<JobBadge job={job} />}>
        {unfinished ? <><LiveMark /><CancelJob job={job} /></> : <RetryJob id={job.id} />}
      </PageHeading>
      <Announce text={t("admin.jobs.job.ended", { kind: words.kind(job), id: String(job.id), state: words.state(job) })} />
      <div className="grid gap-8 xl:grid-cols-[minmax(0,1fr)_20rem] xl:gap-10">
        <div className="min-w-0 space-y-8">
          {unfinished && <JobNow job={job} />}
          {job.error && <JobError job={job} error={job.error} />}
          {job.result !== null && <Section heading={t("admin.jobs.job.result")}><JobResult job={job} /></Section>}
          <Section heading={t("admin.jobs.job.stages")}><StageTable job={job} /></Section>
          <JobLog job={job} served={log} />
        </div>
        <div className="min-w-0 space-y-6">
          <Section framed heading={t("admin.jobs.job.facts")}><JobFacts job={job} /></Section>
          <Section framed heading={t("admin.jobs.job.parameters")}><JobParameters parameters={job.parameters} /></Section>
        </div>
      </div>
    </>
  );
}
