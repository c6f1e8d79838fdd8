"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { useAdminFetch } from "@/app/admin/_components/admin-session";
import { ConfirmButton } from "@/app/admin/_components/confirm-button";
import { useToast } from "@/app/admin/_components/toasts";
import { formatBytes } from "@/app/admin/_lib/format-quantity";
import type { GenerationView, Swap } from "@/lib/features/reindexing/reindex-types";
import { ChangesTable } from "./changes-table";
import { GateFailures } from "./gate-failures";
import { SwapChoice } from "./swap-choice";

interface Props {
  generation: GenerationView;
  /** What searches use now. */
  active: GenerationView | null;
  /** Bytes of memory that the server could still take. */
  available: number;
}

/** Has searches use another generation: asks first, and says what changes. One that its gate refused asks twice. */
export function ActivateButton({ generation, active, available }: Props) {
  const t = useTranslations("admin.index.activate");
  const locale = useLocale();
  const [router, adminFetch, toast] = [useRouter(), useAdminFetch(), useToast()];
  const short = generation.bytes > available;
  const [swap, setSwap] = useState<Swap>(short ? "pause" : "beside");
  const [understood, understand] = useState(false);
  const refused = generation.state === "refused";
  const goesBack = active !== null && generation.createdAt < active.createdAt && !refused;

  const activate = async () => {
    await adminFetch(`/api/v1/admin/generations/${generation.id}/activate`, { method: "POST", body: { swap, ...(refused && { force: true }) } });
    toast(t("done", { id: generation.id }));
    router.refresh();
  };
  return (
    <ConfirmButton label={refused ? t("anywayMore") : goesBack ? t("rollBack") : t("button")} look={refused ? "danger" : "quiet"} describes={generation.id} heading={t("heading")} confirm={refused ? t("anyway") : t("confirm")} blocked={refused && !understood} onConfirm={activate}>
      <p>{t("lead")}</p>
      <div className="mt-4"><ChangesTable now={active} then={generation} /></div>
      {goesBack && <p className="mt-3">{t("newest")}</p>}
      {refused && generation.gate && <GateFailures gate={generation.gate} />}
      {short && <p className="mt-3 text-warn">{t("memoryShort", { available: formatBytes(available, locale), needed: formatBytes(generation.bytes, locale) })}</p>}
      <SwapChoice swap={swap} onChange={setSwap} />
      {refused && (
        <label className="mt-4 flex items-start gap-2.5 text-ink">
          <input type="checkbox" checked={understood} onChange={(event) => understand(event.target.checked)} className="mt-1 size-4 shrink-0 accent-bad" />
          <span>{t("understood")} <span className="text-muted">{t("recorded")}</span></span>
        </label>
      )}
    </ConfirmButton>
  );
}
