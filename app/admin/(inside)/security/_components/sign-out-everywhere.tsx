"use client";

import { useTranslations } from "use-intl";
import { useAdminFetch } from "@/app/admin/_components/admin-session";
import { ConfirmButton } from "@/app/admin/_components/confirm-button";

export function SignOutEverywhere() {
  const [t, ask] = [useTranslations("admin.access.sessions"), useAdminFetch()];
  const signOut = async () => {
    await ask("/api/v1/admin/sign-out-everywhere", { method: "POST" });
    location.reload();
  };
  return <ConfirmButton label={t("everywhere")} heading={t("everywhereHeading")} confirm={t("everywhere")} onConfirm={signOut}>{t("everywhereBody")}</ConfirmButton>;
}
