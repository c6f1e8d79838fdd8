"use client";

import { useTranslations } from "use-intl";
import { Badge } from "@/app/admin/_components/badge";
import { DataTable } from "@/app/_components/data-table";
import { RelativeTime } from "@/app/admin/_components/time";
import type { SessionView } from "@/lib/features/admin-access/access-types";

/** @param sessions with what each browser calls itself, in short */
export function SessionTable({ sessions }: { sessions: (SessionView & { browser: string })[] }) {
  const t = useTranslations("admin.access.sessions");
  return (
    <DataTable
      label={t("heading")}
      rows={sessions}
      keyOf={({ id }) => id}
      columns={[
        { key: "browser", heading: t("browser"), names: true, cell: ({ browser, userAgent, current }) => <><span title={userAgent} className="mr-2">{browser}</span>{current && <Badge tone="active" icon="check">{t("current")}</Badge>}</> },
        { key: "address", heading: t("address"), cell: ({ address }) => address },
        { key: "began", heading: t("began"), cell: ({ createdAt }) => <RelativeTime at={createdAt} /> },
        { key: "used", heading: t("used"), cell: ({ lastSeenAt }) => <RelativeTime at={lastSeenAt} /> },
      ]}
    />
  );
}
