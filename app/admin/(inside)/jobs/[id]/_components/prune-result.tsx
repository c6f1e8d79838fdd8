"use client";

import { useLocale, useTranslations } from "use-intl";
import type { PruneSummary } from "@/lib/features/reindexing/prune/prune-types";
import { Facts } from "@/app/admin/_components/facts";
import { Notices } from "./notices";

const counted = ["leftovers", "captions", "images", "sources", "jobs", "uploads", "badVectors", "vectors"] as const;
const named = ["generations", "models"] as const;

/** What was removed. */
export function PruneResult({ summary }: { summary: PruneSummary }) {
  const [t, locale] = [useTranslations(), useLocale()];
  const facts = [
    ...named.filter((key) => summary[key].length > 0).map((key) => ({ name: t(`admin.jobs.result.prune.${key}`), value: summary[key].join(", ") })),
    ...counted.filter((key) => summary[key] > 0).map((key) => ({ name: t(`admin.jobs.result.prune.${key}`), value: summary[key].toLocaleString(locale) })),
  ];
  return (
    <div className="space-y-5">
      {facts.length > 0 ? <Facts facts={facts} /> : <p className="text-sm text-muted">{t("admin.jobs.result.prune.nothing")}</p>}
      <Notices notices={summary.notices} />
    </div>
  );
}
