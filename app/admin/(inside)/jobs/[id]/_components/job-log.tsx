"use client";

import clsx from "clsx";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { JobLogLine, JobView } from "@/lib/features/jobs/job-types";
import { Button } from "@/app/admin/_components/button";
import { CopyButton } from "@/app/admin/_components/copy-button";
import { useLive } from "@/app/admin/_components/live-state";
import { Section } from "@/app/admin/_components/section";
import { useTimeZone } from "@/app/admin/_components/use-clock";
import { formatClock } from "@/app/admin/_lib/format-time";
import { useFollowEnd } from "./use-follow-end";

const colours = { warn: "text-warn", error: "text-bad" };

/** The lines that the server rendered, then those it told of since. */
function useLines(job: JobView, served: JobLogLine[]): JobLogLine[] {
  const told = useLive().logs.get(job.id) ?? [];
  const last = served.at(-1)?.id ?? 0;
  return [...served, ...told.filter(({ id }) => id > last)];
}

/** What a job has said. Stays at the newest line for as long as the reader does. */
export function JobLog({ job, served }: { job: JobView; served: JobLogLine[] }) {
  const t = useTranslations();
  const lines = useLines(job, served);
  const [all, showAll] = useState(true);
  const shown = all ? lines : lines.filter(({ level }) => level !== "info");
  const { box, atEnd, toEnd } = useFollowEnd(shown.length);
  // While it grows, its box stays as it is.
  const ended = job.state !== "queued" && job.state !== "running";
  const text = () => lines.map(({ at, level, message }) => `${at} ${level} ${message}`).join("\n");
  const choice = (everything: boolean, word: string) => (
    <button type="button" aria-pressed={all === everything} onClick={() => showAll(everything)} className={clsx("min-h-6 rounded-sm px-2.5 py-0.5", all === everything ? "bg-sunk font-medium text-ink" : "hover:text-ink")}>{word}</button>
  );
  return (
    <Section heading={t("admin.jobs.log.heading")} aside={<span className="tabular-nums">{t("admin.jobs.log.lines", { count: lines.length })}</span>}>
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <div role="group" aria-label={t("admin.jobs.log.level")} className="flex rounded-md border border-rule p-0.5 text-sm text-muted">
          {choice(true, t("admin.jobs.log.all"))}
          {choice(false, t("admin.jobs.log.warn"))}
        </div>
        <span className="ml-auto flex gap-2">
          {!atEnd && <Button icon="down" onClick={toEnd}>{t("admin.jobs.log.follow")}</Button>}
          <CopyButton text={text} label={t("admin.jobs.log.copy")} />
        </span>
      </div>
      {/* Scrolls, so it can have the focus. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={box} role="log" aria-live="off" aria-label={t("admin.jobs.log.heading")} tabIndex={0} className={clsx("overflow-y-auto rounded-md border border-rule bg-card px-4 py-3 font-mono text-xs leading-relaxed", ended ? "max-h-96" : "h-80")}>
        {shown.length === 0 ? <p className="font-sans text-sm text-muted">{t(ended ? "admin.jobs.log.silent" : "admin.jobs.log.none")}</p> : <ol>{shown.map((line) => <Line key={line.id} line={line} />)}</ol>}
      </div>
    </Section>
  );
}

function Line({ line: { at, level, message } }: { line: JobLogLine }) {
  const t = useTranslations();
  const zone = useTimeZone();
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
      <time dateTime={at} className="text-muted tabular-nums">{formatClock(at, zone)}</time>
      <span lang="en" className={clsx("wrap-anywhere whitespace-pre-wrap", level !== "info" && colours[level])}>{level !== "info" && <span className="font-semibold">{t(`admin.jobs.log.levels.${level}`)} </span>}{message}</span>
    </li>
  );
}
