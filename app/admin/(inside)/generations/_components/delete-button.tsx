"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "use-intl";
import { useAdminFetch } from "@/app/admin/_components/admin-session";
import { ConfirmButton } from "@/app/admin/_components/confirm-button";
import { useToast } from "@/app/admin/_components/toasts";
import { formatBytes } from "@/app/admin/_lib/format-quantity";
import type { GenerationView } from "@/lib/features/reindexing/reindex-types";

/** @param leadsTo where to go afterwards; the page stays where left out */
export function DeleteButton({ generation: { id, bytes }, leadsTo }: { generation: GenerationView; leadsTo?: string }) {
  const t = useTranslations("admin.index.delete");
  const locale = useLocale();
  const [router, adminFetch, toast] = [useRouter(), useAdminFetch(), useToast()];
  const remove = async () => {
    await adminFetch(`/api/v1/admin/generations/${id}`, { method: "DELETE" });
    toast(t("done", { id }));
    if (leadsTo) router.push(leadsTo);
    router.refresh();
  };
  return (
    <ConfirmButton label={t("button")} icon="trash" look="quiet" confirmLook="danger" describes={id} heading={t("heading")} confirm={t("confirm")} onConfirm={remove}>
      <p className="font-medium text-ink tabular-nums">{id}</p>
      <p className="mt-2">{t("lead", { size: formatBytes(bytes, locale) })}</p>
    </ConfirmButton>
  );
}
