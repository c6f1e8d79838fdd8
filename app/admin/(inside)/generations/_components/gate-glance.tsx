"use client";

import clsx from "clsx";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Icon } from "@/app/_components/icon";
import { usePercent } from "@/app/admin/_components/use-percent";
import type { FindComparison, GateReport } from "@/lib/features/reindexing/reindex-types";
import { isLost } from "./is-lost";

/** What the gate measured, a line each: what was needed shows where it was missed. */
export function GateGlance({ gate, judged }: { gate: GateReport | null; judged: boolean }) {
  const t = useTranslations("admin.index.gate");
  const of = useTranslations("admin.index.generations");
  const percent = usePercent();
  if (!gate) return <p className="text-sm text-muted">{judged ? of("noGate") : of("notJudged")}</p>;
  const { recall, siblings, pinned, fileFault, counts, margin } = gate;
  return (
    <ul aria-label={t("heading")} className="space-y-1 text-sm">
      {recall && <Measure name={t("recall")} missed={recall.value < recall.target}>{percent(recall.value)}</Measure>}
      {siblings && <Comparison name={t("siblings")} found={siblings} margin={margin} />}
      {pinned && <Comparison name={t("pinned")} found={pinned} margin={margin} />}
      {(fileFault !== null || counts.found !== counts.expected) && <Measure name={t("files")} missed>{t("failed")}</Measure>}
    </ul>
  );
}

function Comparison({ name, found, margin }: { name: string; found: FindComparison; margin: number }) {
  const t = useTranslations("admin.index.gate");
  const percent = usePercent();
  const { before, after } = found;
  const words = before === null ? percent(after) : t("beforeAfter", { before: percent(before), after: percent(after) });
  return (
    <Measure name={name} missed={isLost(found, margin)}>
      <span className="sr-only">{words}</span>
      <span aria-hidden="true">{before !== null && <><span className="text-muted">{percent(before)}</span> → </>}{percent(after)}</span>
    </Measure>
  );
}

function Measure({ name, missed, children }: { name: string; missed: boolean; children: ReactNode }) {
  const t = useTranslations("admin.index.gate");
  return (
    <li className="flex items-baseline gap-x-2">
      <Icon name={missed ? "cross" : "check"} className={clsx("size-3.5 shrink-0 self-center", missed ? "text-bad" : "text-good")} />
      <span className="sr-only">{missed ? t("failed") : t("passed")}: </span>
      <span className="w-18 shrink-0 text-muted">{name}</span>
      <span className={clsx("whitespace-nowrap tabular-nums", missed && "font-medium text-bad")}>{children}</span>
    </li>
  );
}
