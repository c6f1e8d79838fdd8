"use client";

import { useLocale, useTranslations } from "use-intl";
import type { JobView, StageRecord } from "@/lib/features/jobs/job-types";
import { Duration } from "@/app/admin/_components/quantities";
import { formatRate } from "@/app/admin/_lib/format-quantity";
import { useJobWords } from "@/app/admin/_jobs/job-words";
import { RunningTime } from "@/app/admin/_jobs/running-time";

/** Every stage so far: how much it did, how fast, how long that took. */
export function StageTable({ job }: { job: JobView }) {
  const t = useTranslations();
  if (job.stages.length === 0) return <p className="text-sm text-muted">{t("admin.jobs.job.notBegun")}</p>;
  return (
    <ol className="divide-y divide-rule border-y border-rule text-sm">
      {job.stages.map((record, place) => <Stage key={place} record={record} since={place === job.stages.length - 1 ? beginOfLast(job) : null} />)}
    </ol>
  );
}

/** When the stage that is under way began, as ISO 8601; null where none is, or where another process has done a part of the job. */
function beginOfLast({ state, attempt, startedAt, stages }: JobView): string | null {
  if (state !== "running" || attempt > 1 || startedAt === null) return null;
  const before = stages.slice(0, -1).reduce((sum, { seconds }) => sum + seconds, 0);
  return new Date(Date.parse(startedAt) + before * 1000).toISOString();
}

/** A line: on a phone two. @param since when it began, while it is under way */
function Stage({ record: { stage, done, total, rate, seconds, file }, since }: { record: StageRecord; since: string | null }) {
  const [t, locale, words] = [useTranslations(), useLocale(), useJobWords()];
  const counts = done === 0 && !total ? null : total === null ? t("admin.jobs.job.countsOpen", { done }) : t("admin.jobs.job.counts", { done, total });
  return (
    <li aria-current={since ? "step" : undefined} className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-0.5 py-2 tabular-nums sm:grid-cols-[minmax(0,1fr)_11rem_5rem_5.5rem]">
      <span className={since ? "font-medium" : undefined}>{words.stage(stage)}{file && <span className="block text-xs font-normal wrap-anywhere text-muted">{file}</span>}</span>
      <span className="text-xs text-muted max-sm:col-start-1 max-sm:row-start-2 sm:text-right sm:text-sm">{counts}<span className="sm:hidden">{counts && rate ? " · " : ""}{rate ? t("admin.shell.perSecond", { rate: formatRate(rate, locale) }) : ""}</span></span>
      <span className="hidden text-right text-muted sm:block">{rate ? t("admin.shell.perSecond", { rate: formatRate(rate, locale) }) : ""}</span>
      <span className="text-right max-sm:col-start-2 max-sm:row-start-1">{since ? <RunningTime since={since} /> : <Duration seconds={seconds} />}</span>
    </li>
  );
}
