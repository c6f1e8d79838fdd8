"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useAdminFetch } from "@/app/admin/_components/admin-session";
import { ConfirmButton } from "@/app/admin/_components/confirm-button";
import { useToast } from "@/app/admin/_components/toasts";
import type { TokenView } from "@/lib/features/admin-access/access-types";

export function RevokeToken({ id, name }: Pick<TokenView, "id" | "name">) {
  const [t, router, ask, toast] = [useTranslations("admin.access.tokens"), useRouter(), useAdminFetch(), useToast()];
  const revoke = async () => {
    await ask(`/api/v1/admin/tokens/${id}`, { method: "DELETE" });
    toast(t("revokedNow", { name }));
    router.refresh();
  };
  return <ConfirmButton label={t("revoke")} heading={t("revokeHeading", { name })} confirm={t("revoke")} onConfirm={revoke}>{t("revokeBody")}</ConfirmButton>;
}
