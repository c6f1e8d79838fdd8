"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import type { JobView } from "@/lib/features/jobs/job-types";
import { Section } from "@/app/admin/_components/section";
import { useLive } from "@/app/admin/_components/live-state";
import { RunningJob } from "@/app/admin/_jobs/running-job";
import { useJobs, useRefreshAfterJobs } from "@/app/admin/_jobs/use-jobs";

/** What runs, as it goes on; has the page rendered anew when one has ended. @param queued how many waited when the page was rendered */
export function JobsAtWork({ served, queued }: { served: JobView[]; queued: number }) {
  const t = useTranslations();
  const { overview } = useLive();
  const jobs = useJobs(served);
  useRefreshAfterJobs(served);
  const running = jobs.filter(({ state }) => state === "running").reverse();
  const waiting = overview === null ? queued : jobs.filter(({ state }) => state === "queued").length;
  return (
    <Section heading={t("admin.jobs.overview.running")} aside={<Link href="/admin/jobs" prefetch={false} className="underline decoration-edge underline-offset-4 tabular-nums hover:text-accent">{waiting > 0 ? t("admin.jobs.overview.queued", { count: waiting }) : t("admin.jobs.job.back")}</Link>}>
      {running.length > 0 ? <ul className="space-y-3">{running.map((job) => <RunningJob key={job.id} job={job} />)}</ul> : <p className="text-sm text-muted">{t("admin.jobs.overview.nothingRuns")}</p>}
    </Section>
  );
}
