"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { EmptyState } from "@/app/admin/_components/empty-state";
import type { TokenView } from "@/lib/features/admin-access/access-types";
import { NewTokenForm } from "./new-token-form";
import { ShownToken } from "./shown-token";
import { TokenTable } from "./token-table";

/** The tokens there are, and a new one while it is shown. */
export function TokenSection({ tokens }: { tokens: TokenView[] }) {
  const t = useTranslations("admin.access.tokens");
  const [made, setMade] = useState<{ name: string; token: string } | null>(null);
  return (
    <div className="space-y-5">
      <p className="max-w-2xl text-sm leading-relaxed text-muted">{t("lead")}</p>
      {made ? <ShownToken {...made} onDone={() => setMade(null)} /> : <NewTokenForm onMade={setMade} />}
      {tokens.length === 0 ? <EmptyState heading={t("none")} /> : <TokenTable tokens={tokens} />}
    </div>
  );
}
