"use client";

import { useLocale, useTranslations } from "use-intl";
import { languageName } from "@/app/_components/language-mark";
import type { SourceSummary } from "@/lib/features/ingestion/ingest-types";
import { DataTable, type Column } from "@/app/_components/data-table";

/** The caption files of an ingest, and how many of their captions are new. */
export function SourceTable({ sources }: { sources: SourceSummary[] }) {
  const [t, locale] = [useTranslations(), useLocale()];
  const count = (key: "captions" | "new" | "changed" | "unchanged" | "absent", heading: string): Column<SourceSummary> => ({ key, heading, align: "end", cell: (source) => source[key].toLocaleString(locale) });
  const columns: Column<SourceSummary>[] = [
    { key: "source", heading: t("admin.jobs.result.source"), names: true, cell: ({ source, collection }) => <>{source}<span className="block text-xs text-muted">{collection}</span></> },
    {
      key: "languages", heading: t("admin.jobs.result.languages"),
      cell: ({ languages, languageFrom }) => <>{Object.entries(languages).map(([language, captions]) => `${languageName(language, locale)} ${captions.toLocaleString(locale)}`).join(", ")}<span className="block text-xs text-muted">{t(`admin.jobs.result.languageFrom.${languageFrom}`)}</span></>,
    },
    count("captions", t("admin.jobs.result.captions")),
    count("new", t("admin.jobs.result.fresh")),
    count("changed", t("admin.jobs.result.changed")),
    count("unchanged", t("admin.jobs.result.unchanged")),
    ...(sources.some(({ absent }) => absent > 0) ? [count("absent", t("admin.jobs.result.absent"))] : []),
  ];
  return <DataTable label={t("admin.jobs.result.source")} columns={columns} rows={sources} keyOf={({ source, collection }) => `${collection}/${source}`} />;
}
