"use client";

import { useLocale, useTranslations } from "use-intl";
import { LanguageMark } from "@/app/_components/language-mark";
import { DataTable } from "@/app/_components/data-table";
import { RelativeTime } from "@/app/admin/_components/time";
import type { SourceView } from "@/lib/features/reindexing/reindex-types";
import { RemoveSource } from "./remove-source";
import { RestoreSource } from "./restore-source";
import { SourceName } from "./source-name";

/** Caption files. Removed ones can be brought back, the others removed. */
export function SourceTable({ label, sources }: { label: string; sources: SourceView[] }) {
  const t = useTranslations("admin.index.sources");
  return (
    <DataTable label={label} rows={sources} keyOf={({ id }) => id} columns={[
      { key: "name", heading: t("name"), names: true, cell: (source) => <SourceName source={source} /> },
      { key: "collection", heading: t("collection"), cell: ({ collection }) => collection },
      { key: "captions", heading: t("captions"), cell: (source) => <Counts source={source} /> },
      { key: "when", heading: t("lastIngest"), cell: ({ importedAt, removedAt }) => (removedAt === null ? <RelativeTime at={importedAt} /> : t.rich("removedWhen", { when: () => <RelativeTime at={removedAt} /> })) },
      { key: "act", heading: t("act"), bare: true, align: "end", cell: (source) => (source.removedAt === null ? <RemoveSource source={source} /> : <RestoreSource source={source} />) },
    ]} />
  );
}

function Counts({ source: { captions, languages, images, removedAt } }: { source: SourceView }) {
  const t = useTranslations("admin.index.sources");
  const locale = useLocale();
  if (removedAt !== null) return <span className="text-muted">–</span>;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">{t("captionCount", { count: captions })}{Object.keys(languages).map((language) => <LanguageMark key={language} language={language} locale={locale} />)}</p>
      <p className="text-muted">{t("images", { count: images })}</p>
    </>
  );
}
