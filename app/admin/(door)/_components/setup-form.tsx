"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { AccessForm } from "@/app/admin/_components/access-form";
import { NewPassword, areSame } from "@/app/admin/_components/new-password";
import { adminFetch } from "@/app/admin/_lib/admin-fetch";

/** @param token of the link that the server printed @param rule what a password needs */
export function SetupForm({ token, rule }: { token: string; rule: string }) {
  const [t, router] = [useTranslations("admin.access"), useRouter()];
  const setUp = async (given: FormData) => {
    if (!areSame(given)) return t("fault.notSame");
    await adminFetch("/api/v1/admin/setup", { method: "POST", body: { token, password: given.get("password") }, csrf: null });
    router.replace("/admin");
    router.refresh();
  };
  return <AccessForm submit={t("setup.submit")} onSubmit={setUp}>{(invalid) => <NewPassword invalid={invalid} rule={rule} ready />}</AccessForm>;
}
