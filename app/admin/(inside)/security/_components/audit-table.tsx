"use client";

import { useTranslations } from "use-intl";
import { Badge } from "@/app/admin/_components/badge";
import { DataTable } from "@/app/_components/data-table";
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

/** As an activation or a re-index is asked for whose gate is not heeded. */
function isForced(detail: unknown): boolean {
  if (typeof detail !== "object" || detail === null) return false;
  return "force" in detail ? detail.force === true : "parameters" in detail && isForced(detail.parameters);
}

/** Acts have their words, and the name that the API gives them. */
function Act({ act, target, detail }: AuditView) {
  const t = useTranslations("admin.access.audit");
  const key = `acts.${act}` as "acts.sign-in";
  return (
    <>
      {t.has(key) && <span className="mr-2">{t(key)}</span>}
      {isForced(detail) && <span className="mr-2"><Badge tone="warn" icon="alert">{t("forced")}</Badge></span>}
      <span className="text-xs text-muted"><code className="font-mono">{act}</code>{target !== null && <> {target}</>}</span>
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
