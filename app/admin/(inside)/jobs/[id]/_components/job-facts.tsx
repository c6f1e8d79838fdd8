"use client";

import { useTranslations } from "use-intl";
import type { JobView } from "@/lib/features/jobs/job-types";
import { Facts } from "@/app/admin/_components/facts";
import { ExactTime } from "@/app/admin/_components/time";
import { DeviceLine } from "@/app/admin/_jobs/device-line";
import { JobTime } from "@/app/admin/_jobs/job-time";

const time = (at: string | null) => at && <ExactTime at={at} />;

/** @param worker host:pid:nonce */
function processOf(worker: string): { host: string; pid: string } {
  const [pid = "", host = ""] = worker.split(":").slice(0, -1).reverse();
  return { host, pid };
}

export function JobFacts({ job }: { job: JobView }) {
  const t = useTranslations();
  return (
    <Facts facts={[
      { name: t("admin.jobs.job.requestedBy"), value: job.requestedBy },
      { name: t("admin.jobs.job.created"), value: time(job.createdAt) },
      { name: t("admin.jobs.job.started"), value: time(job.startedAt) },
      { name: t("admin.jobs.job.finished"), value: time(job.finishedAt) },
      { name: t("admin.jobs.job.took"), value: <JobTime job={job} /> },
      { name: t("admin.jobs.job.device"), value: job.device && <DeviceLine device={job.device} bare /> },
      { name: t("admin.jobs.job.worker"), value: job.worker && t("admin.jobs.job.workerValue", processOf(job.worker)) },
      { name: t("admin.jobs.job.attempts"), value: job.attempt > 0 ? t("admin.jobs.job.attemptsValue", { count: job.attempt }) : null },
    ]} />
  );
}
