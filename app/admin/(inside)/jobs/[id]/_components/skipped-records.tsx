"use client";

import { useLocale, useTranslations } from "use-intl";
import type { SourceSummary } from "@/lib/features/ingestion/ingest-types";

/** Records that were passed over, by reason, with the first few of each. */
export function SkippedRecords({ sources }: { sources: SourceSummary[] }) {
  const [t, locale] = [useTranslations(), useLocale()];
  const all = sources.flatMap(({ source, skipped }) => skipped.map((group) => ({ source, ...group })));
  if (all.length === 0) return null;
  return (
    <div className="text-sm">
      <h3 className="font-medium">{t("admin.jobs.result.skipped")}</h3>
      <ul className="mt-2 space-y-1">
        {all.map(({ source, reason, count, examples }) => (
          <li key={`${source} ${reason}`}>
            <details>
              <summary className="min-h-6"><span className="tabular-nums">{count.toLocaleString(locale)}</span> · {t(`admin.jobs.result.reasons.${reason}`)} <span className="text-muted">{source}</span></summary>
              <ul className="mt-1 ml-4 space-y-0.5 text-muted">{examples.map(({ record, detail }) => <li key={record} className="wrap-anywhere">{t("admin.jobs.result.record", { record, detail })}</li>)}</ul>
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}
