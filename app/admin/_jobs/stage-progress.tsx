"use client";

import { useLocale, useTranslations } from "use-intl";
import type { JobView } from "@/lib/features/jobs/job-types";
import { ProgressBar } from "../_components/progress-bar";
import { formatDuration, formatRate, formatShare } from "../_lib/format-quantity";
import { useJobWords } from "./job-words";

/** The stage that a job is in: how far, how fast, how long it will take. Every figure has its place, so that nothing moves when one changes. */
export function StageProgress({ job }: { job: JobView }) {
  const [t, locale, words] = [useTranslations(), useLocale(), useJobWords()];
  const { stage, done, total, rate } = job.stages.at(-1) ?? { stage: "starting", done: 0, total: null, rate: null };
  const counts = total === null ? t("admin.jobs.job.countsOpen", { done }) : t("admin.jobs.job.counts", { done, total });
  return (
    <div>
      <div className="flex items-baseline justify-between gap-4 text-sm">
        <span>{words.stage(stage)}</span>
        <span className="text-muted tabular-nums">{total === null || done === 0 ? "" : formatShare(total > 0 ? done / total : 1, locale)}</span>
      </div>
      <div className="my-2"><ProgressBar label={`${words.name(job)}: ${words.stage(stage)}`} done={done} total={done === 0 ? null : total} text={counts} /></div>
      <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 text-xs text-muted tabular-nums sm:grid-cols-[minmax(0,1fr)_7rem_8rem]">
        <span>{done > 0 || total !== null ? counts : " "}</span>
        <span className="hidden text-right sm:block">{rate ? t("admin.shell.perSecond", { rate: formatRate(rate, locale) }) : ""}</span>
        <span className="text-right">{job.etaSeconds === null ? "" : t("admin.jobs.job.left", { time: formatDuration(job.etaSeconds, locale) })}</span>
      </div>
    </div>
  );
}
