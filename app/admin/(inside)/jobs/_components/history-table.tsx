"use client";

import { useTranslations } from "use-intl";
import type { JobView } from "@/lib/features/jobs/job-types";
import { DataTable, type Column } from "@/app/_components/data-table";
import { RelativeTime } from "@/app/admin/_components/time";
import { JobBadge } from "@/app/admin/_jobs/job-badge";
import { JobLink } from "@/app/admin/_jobs/job-link";
import { JobOutcome } from "@/app/admin/_jobs/job-outcome";
import { JobTime } from "@/app/admin/_jobs/job-time";

export function HistoryTable({ jobs }: { jobs: JobView[] }) {
  const t = useTranslations();
  const columns: Column<JobView>[] = [
    { key: "job", heading: t("admin.jobs.list.columns.job"), names: true, short: true, cell: (job) => <JobLink job={job} /> },
    { key: "state", heading: t("admin.jobs.list.columns.state"), short: true, beside: true, cell: (job) => <JobBadge job={job} /> },
    { key: "outcome", heading: t("admin.jobs.list.columns.outcome"), cell: (job) => <JobOutcome job={job} /> },
    { key: "by", heading: t("admin.jobs.list.columns.by"), short: true, cell: ({ requestedBy }) => requestedBy },
    { key: "started", heading: t("admin.jobs.list.columns.started"), short: true, cell: ({ startedAt, createdAt }) => <RelativeTime at={startedAt ?? createdAt} /> },
    { key: "took", heading: t("admin.jobs.list.columns.took"), align: "end", cell: (job) => <JobTime job={job} /> },
  ];
  return <DataTable label={t("admin.jobs.list.history")} columns={columns} rows={jobs} keyOf={({ id }) => id} />;
}
