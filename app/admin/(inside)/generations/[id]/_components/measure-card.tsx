"use client";

import clsx from "clsx";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Icon } from "@/app/_components/icon";
import { usePercent } from "@/app/admin/_components/use-percent";

interface Props {
  heading: string;
  /** What the number says. */
  body: ReactNode;
  /** Shares from 0 to 1; null: there is nothing to measure. */
  measured: { before: number | null; after: number; needed: number | null; missed: boolean } | null;
  /** Queries that find what the other generation did not, and the other way about. */
  changes?: { lost: unknown[]; gained: number; before: number | null } | null;
}

/** One measure of the gate: how much is found, before and now, and what is asked for. */
export function MeasureCard({ heading, body, measured, changes }: Props) {
  const t = useTranslations("admin.index.gate");
  const percent = usePercent();
  return (
    <div className={clsx("flex flex-col rounded-lg border bg-card p-4", measured?.missed ? "border-bad" : "border-rule")}>
      <h3 className="flex items-center gap-2 text-sm font-medium">
        {measured && <Icon name={measured.missed ? "cross" : "check"} className={clsx("size-4 shrink-0", measured.missed ? "text-bad" : "text-good")} />}
        {measured && <span className="sr-only">{measured.missed ? t("failed") : t("passed")}: </span>}
        {heading}
      </h3>
      {measured ? (
        <>
          <p className="mt-2 flex flex-wrap items-baseline gap-x-2 tabular-nums">
            {measured.before !== null && <span className="text-muted"><span className="sr-only">{t("before")} </span>{percent(measured.before)} →</span>}
            <span className={clsx("text-2xl font-medium tracking-tight", measured.missed && "text-bad")}>{measured.before !== null && <span className="sr-only">{t("after")} </span>}{percent(measured.after)}</span>
            {measured.needed !== null && <span className="text-sm text-muted">{t("target", { share: percent(measured.needed) })}</span>}
          </p>
          <Scale {...measured} />
          {changes && changes.before !== null && <p className="mt-2 text-sm tabular-nums">{t("lostCount", { count: changes.lost.length })} · {t("gainedCount", { count: changes.gained })}</p>}
        </>
      ) : null}
      <p className="mt-2 text-xs leading-relaxed text-muted">{body}</p>
    </div>
  );
}

/** From 0 to 100 %: what is found, and a mark at what is needed. */
function Scale({ after, needed, missed }: NonNullable<Props["measured"]>) {
  return (
    <div aria-hidden="true" className="relative mt-2 h-1.5 rounded-full bg-rule">
      <div className={clsx("h-full rounded-full", missed ? "bg-bad" : "bg-good")} style={{ width: `${after * 100}%` }} />
      {needed !== null && <div className="absolute -top-0.75 h-3 w-0.5 rounded-full bg-ink" style={{ left: `calc(${needed * 100}% - 1px)` }} />}
    </div>
  );
}
