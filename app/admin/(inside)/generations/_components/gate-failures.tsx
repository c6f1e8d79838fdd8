"use client";

import { useTranslations } from "use-intl";
import type { GateReport } from "@/lib/features/reindexing/reindex-types";

/** Why a generation did not pass, in the gate's own words, which are English. */
export function GateFailures({ gate: { failures } }: { gate: GateReport }) {
  const t = useTranslations("admin.index.activate");
  return (
    <div className="mt-4 rounded-md bg-bad-soft px-3.5 py-2.5 text-sm text-ink">
      <p className="font-medium text-bad">{t("refused")}</p>
      <ul lang="en" className="mt-1 list-disc space-y-1 pl-5">
        {failures.map((failure) => <li key={failure} className="wrap-anywhere">{failure}</li>)}
      </ul>
    </div>
  );
}
