"use client";

import { useTranslations } from "use-intl";
import { DataTable } from "@/app/_components/data-table";
import { Bytes } from "@/app/admin/_components/quantities";
import type { GenerationView } from "@/lib/features/reindexing/reindex-types";

/** What a generation consists of on disk, besides its manifest. */
export function FilesTable({ manifest }: { manifest: GenerationView["manifest"] }) {
  const t = useTranslations("admin.index.files");
  const rows = Object.entries(manifest.files).map(([name, digest]) => ({ name, ...digest }));
  return (
    <DataTable label={t("heading")} rows={rows} keyOf={({ name }) => name} columns={[
      { key: "name", heading: t("name"), names: true, cell: ({ name }) => <span className="font-medium">{name}</span> },
      { key: "size", heading: t("size"), align: "end", cell: ({ bytes }) => <Bytes bytes={bytes} /> },
      { key: "sha256", heading: t("sha256"), cell: ({ sha256 }) => <code className="font-mono text-xs break-all text-muted">{sha256}</code> },
    ]} />
  );
}
