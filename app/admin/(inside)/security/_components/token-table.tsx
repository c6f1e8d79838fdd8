"use client";

import { useTranslations } from "use-intl";
import { Badge, type Tone } from "@/app/admin/_components/badge";
import { DataTable } from "@/app/_components/data-table";
import { ExactTime, RelativeTime } from "@/app/admin/_components/time";
import type { TokenView } from "@/lib/features/admin-access/access-types";
import { RevokeToken } from "./revoke-token";

const marks: Record<TokenView["state"], { tone: Tone; icon: "check" | "clock" | "stop" }> = {
  usable: { tone: "good", icon: "check" },
  expired: { tone: "neutral", icon: "clock" },
  revoked: { tone: "neutral", icon: "stop" },
};

export function TokenTable({ tokens }: { tokens: TokenView[] }) {
  const t = useTranslations("admin.access.tokens");
  return (
    <DataTable
      label={t("heading")}
      rows={tokens}
      keyOf={({ id }) => id}
      columns={[
        { key: "name", heading: t("name"), names: true, cell: ({ name, start }) => <>{name} <code className="block font-mono text-xs text-muted">{start}…</code></> },
        { key: "state", heading: t("state"), cell: ({ state }) => <Badge {...marks[state]}>{t(state)}</Badge> },
        { key: "by", heading: t("by"), cell: ({ createdAt, createdBy }) => <><RelativeTime at={createdAt} /><span className="block text-xs text-muted">{createdBy}</span></> },
        { key: "until", heading: t("until"), cell: ({ expiresAt }) => (expiresAt === null ? t("forever") : <ExactTime at={expiresAt} />) },
        { key: "used", heading: t("used"), cell: ({ lastUsedAt }) => (lastUsedAt === null ? t("never") : <RelativeTime at={lastUsedAt} />) },
        { key: "acts", heading: t("acts"), bare: true, align: "end", cell: (token) => (token.state === "usable" ? <RevokeToken {...token} /> : null) },
      ]}
    />
  );
}
