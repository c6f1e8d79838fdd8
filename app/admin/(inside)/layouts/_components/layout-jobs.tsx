"use client";

import { useTranslations } from "use-intl";
import { LiveMark } from "@/app/admin/_components/live-mark";
import { Section } from "@/app/admin/_components/section";
import { RunningJob } from "@/app/admin/_jobs/running-job";
import { useJobs, useRefreshAfterJobs } from "@/app/admin/_jobs/use-jobs";
import type { JobView } from "@/lib/features/jobs/job-types";

/** Layouts at work or waiting, as they go on; nothing where there are none. */
export function LayoutJobs({ served }: { served: JobView[] }) {
  const t = useTranslations();
  const jobs = useJobs(served).filter(({ kind, state }) => kind === "layout" && (state === "running" || state === "queued"));
  useRefreshAfterJobs(served);
  if (jobs.length === 0) return null;
  return (
    <Section heading={t("admin.jobs.list.running")} aside={<LiveMark />} className="mb-10">
      <ul className="space-y-3">{jobs.reverse().map((job) => <RunningJob key={job.id} job={job} />)}</ul>
    </Section>
  );
}
