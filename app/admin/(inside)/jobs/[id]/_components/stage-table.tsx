"use client";

import { useLocale, useTranslations } from "use-intl";
import type { JobView, StageRecord } from "@/lib/features/jobs/job-types";
import { DataTable, type Column } from "@/app/admin/_components/data-table";
import { ProgressBar } from "@/app/admin/_components/progress-bar";
import { Duration } from "@/app/admin/_components/quantities";
import { formatRate } from "@/app/admin/_lib/format-quantity";
import { useJobWords } from "@/app/admin/_jobs/job-words";

/** Every stage so far: how much it did, how fast, how long that took. */
export function StageTable({ job }: { job: JobView }) {
  const [t, locale, words] = [useTranslations(), useLocale(), useJobWords()];
  const rows = job.stages.map((record, place) => ({ ...record, place, current: job.state === "running" && place === job.stages.length - 1 }));
  if (rows.length === 0) return <p className="text-sm text-muted">{t("admin.jobs.job.notBegun")}</p>;
  const columns: Column<(typeof rows)[number]>[] = [
    { key: "stage", heading: t("admin.jobs.job.stage"), names: true, cell: ({ stage, file, current }) => <><span className={current ? "font-medium" : undefined}>{words.stage(stage)}</span>{file && <span className="block text-xs wrap-anywhere text-muted">{file}</span>}</> },
    { key: "progress", heading: t("admin.jobs.job.progress"), cell: (row) => <Progress record={row} label={words.stage(row.stage)} current={row.current} /> },
    { key: "rate", heading: t("admin.jobs.job.rate"), align: "end", cell: ({ rate }) => (rate ? t("admin.shell.perSecond", { rate: formatRate(rate, locale) }) : <span className="text-muted">–</span>) },
    { key: "time", heading: t("admin.jobs.job.time"), align: "end", cell: ({ seconds }) => <Duration seconds={seconds} /> },
  ];
  return <DataTable label={t("admin.jobs.job.stages")} columns={columns} rows={rows} keyOf={({ place }) => place} />;
}

function Progress({ record: { done, total }, label, current }: { record: StageRecord; label: string; current: boolean }) {
  const t = useTranslations();
  const counts = total === null ? t("admin.jobs.job.countsOpen", { done }) : t("admin.jobs.job.counts", { done, total });
  return (
    <div className="md:min-w-40">
      {current && <div className="mb-1"><ProgressBar thin label={label} done={done} total={total} text={counts} /></div>}
      {done === 0 && !total ? <span className="text-muted">–</span> : counts}
    </div>
  );
}
