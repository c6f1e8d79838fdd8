"use client";

import { useTranslations } from "use-intl";
import { Badge } from "@/app/admin/_components/badge";
import { DataTable } from "@/app/admin/_components/data-table";
import { ExactTime } from "@/app/admin/_components/time";
import type { AuditView } from "@/lib/features/admin-access/access-types";

export function AuditTable({ entries }: { entries: AuditView[] }) {
  const t = useTranslations("admin.access.audit");
  return (
    <DataTable
      label={t("heading")}
      rows={entries}
      keyOf={({ id }) => id}
      columns={[
        { key: "at", heading: t("when"), names: true, cell: ({ at }) => <ExactTime at={at} /> },
        { key: "actor", heading: t("who"), cell: ({ actor, address }) => <>{actor}{address !== null && <span className="block text-xs text-muted">{address}</span>}</> },
        { key: "act", heading: t("act"), cell: (entry) => <Act {...entry} /> },
        { key: "result", heading: t("result"), cell: ({ result }) => <Result result={result} /> },
      ]}
    />
  );
}

/** Acts are named as in the API. */
function Act({ act, target, detail }: AuditView) {
  const t = useTranslations("admin.access.audit");
  return (
    <>
      <code className="font-mono text-xs">{act}</code>
      {target !== null && <> {target}</>}
      {detail !== null && (
        <details className="text-xs text-muted">
          <summary className="min-h-6 py-0.5">{t("detail")}</summary>
          <code className="font-mono wrap-anywhere whitespace-pre-wrap">{JSON.stringify(detail, null, 1)}</code>
        </details>
      )}
    </>
  );
}

function Result({ result }: { result: string }) {
  const t = useTranslations("admin.access.audit");
  if (result === "done") return <Badge tone="good" icon="check">{t("done")}</Badge>;
  if (result === "begun") return <Badge tone="warn" icon="alert">{t("begun")}</Badge>;
  if (result === "unauthenticated" || result === "forbidden") return <Badge tone="bad" icon="stop">{t(result)}</Badge>;
  return <Badge tone="bad" icon="cross">{t("failed", { code: result })}</Badge>;
}
