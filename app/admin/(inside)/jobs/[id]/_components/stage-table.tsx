"use client";

import { useLocale, useTranslations } from "use-intl";
import type { JobView, StageRecord } from "@/lib/features/jobs/job-types";
import { ProgressBar } from "@/app/admin/_components/progress-bar";
import { Duration } from "@/app/admin/_components/quantities";
import { formatRate } from "@/app/admin/_lib/format-quantity";
import { useJobWords } from "@/app/admin/_jobs/job-words";

/** Every stage so far: how much it did, how fast, how long that took. */
export function StageTable({ job }: { job: JobView }) {
  const t = useTranslations();
  if (job.stages.length === 0) return <p className="text-sm text-muted">{t("admin.jobs.job.notBegun")}</p>;
  return (
    <ol className="divide-y divide-rule border-y border-rule text-sm">
      {job.stages.map((record, place) => <Stage key={place} record={record} current={job.state === "running" && place === job.stages.length - 1} />)}
    </ol>
  );
}

/** A line: on a phone two. */
function Stage({ record: { stage, done, total, rate, seconds, file }, current }: { record: StageRecord; current: boolean }) {
  const [t, locale, words] = [useTranslations(), useLocale(), useJobWords()];
  const counts = done === 0 && !total ? null : total === null ? t("admin.jobs.job.countsOpen", { done }) : t("admin.jobs.job.counts", { done, total });
  return (
    <li aria-current={current ? "step" : undefined} className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-0.5 py-2 tabular-nums sm:grid-cols-[minmax(0,1fr)_11rem_5rem_5.5rem]">
      <span className={current ? "font-medium" : undefined}>{words.stage(stage)}{file && <span className="block text-xs font-normal wrap-anywhere text-muted">{file}</span>}</span>
      <span className="text-xs text-muted max-sm:col-start-1 max-sm:row-start-2 sm:text-right sm:text-sm">{counts}<span className="sm:hidden">{counts && rate ? " · " : ""}{rate ? t("admin.shell.perSecond", { rate: formatRate(rate, locale) }) : ""}</span></span>
      <span className="hidden text-right text-muted sm:block">{rate ? t("admin.shell.perSecond", { rate: formatRate(rate, locale) }) : ""}</span>
      <span className="text-right max-sm:col-start-2 max-sm:row-start-1"><Duration seconds={seconds} /></span>
      {current && <span className="col-span-full mt-1"><ProgressBar thin label={words.stage(stage)} done={done} total={total} text={counts ?? undefined} /></span>}
    </li>
  );
}
