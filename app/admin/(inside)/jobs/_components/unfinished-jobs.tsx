"use client";

import { useTranslations } from "use-intl";
import type { JobView } from "@/lib/features/jobs/job-types";
import { LiveMark } from "@/app/admin/_components/live-mark";
import { Section } from "@/app/admin/_components/section";
import { RunningJob } from "@/app/admin/_jobs/running-job";
import { useJobs, useRefreshAfterJobs } from "@/app/admin/_jobs/use-jobs";
import { QueuedJobs } from "./queued-jobs";

/** What runs and what waits, as it goes on. */
export function UnfinishedJobs({ served }: { served: JobView[] }) {
  const t = useTranslations();
  const jobs = useJobs(served);
  useRefreshAfterJobs(served);
  // In the order in which they began.
  const running = jobs.filter(({ state }) => state === "running").reverse();
  const queued = jobs.filter(({ state }) => state === "queued").reverse();
  return (
    <>
      <Section heading={t("admin.jobs.list.running")} aside={<LiveMark />}>
        {running.length > 0
          ? <ul className="space-y-3">{running.map((job) => <RunningJob key={job.id} job={job} />)}</ul>
          : <p className="text-sm text-muted">{queued.length > 0 ? t("admin.jobs.overview.nothingRuns") : t("admin.jobs.list.idle")}</p>}
      </Section>
      {queued.length > 0 && <Section heading={t("admin.jobs.list.queue")}><QueuedJobs jobs={queued} /></Section>}
    </>
  );
}
