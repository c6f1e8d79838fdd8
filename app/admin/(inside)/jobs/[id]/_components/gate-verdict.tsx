"use client";

import { useTranslations } from "use-intl";
import type { FindComparison, GateReport } from "@/lib/features/reindexing/reindex-types";
import { Badge } from "@/app/admin/_components/badge";
import { usePercent } from "@/app/admin/_components/use-percent";

/** How a generation was judged, in a few lines; its own page shows it query by query. */
export function GateVerdict({ gate: { passed, failures, recall, siblings, pinned } }: { gate: GateReport }) {
  const t = useTranslations();
  const percent = usePercent();
  const found = ({ before, after }: FindComparison) => (before === null ? percent(after) : t("admin.jobs.result.beforeAfter", { before: percent(before), after: percent(after) }));
  const lines = [
    recall && `${t("admin.jobs.result.recall")}: ${t("admin.jobs.result.recallValue", { value: percent(recall.value), target: percent(recall.target) })}`,
    siblings && `${t("admin.jobs.result.siblings")}: ${found(siblings)}`,
    pinned && `${t("admin.jobs.result.pinned")}: ${found(pinned)}`,
  ];
  return (
    <>
      <Badge tone={passed ? "good" : "bad"} icon={passed ? "check" : "alert"}>{passed ? t("admin.jobs.result.gatePassed") : t("admin.jobs.result.gateFailed")}</Badge>
      <ul className="mt-1.5 space-y-0.5">
        {lines.map((line) => line && <li key={line}>{line}</li>)}
        {failures.map((failure) => <li key={failure} lang="en" className="text-bad">{failure}</li>)}
      </ul>
    </>
  );
}
