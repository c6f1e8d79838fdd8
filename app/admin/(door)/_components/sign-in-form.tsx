"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { AccessForm } from "@/app/admin/_components/access-form";
import { Field } from "@/app/admin/_components/field";
import { PasswordInput } from "@/app/admin/_components/password-input";
import { adminFetch } from "@/app/admin/_lib/admin-fetch";

/** @param to where it leads */
export function SignInForm({ to }: { to: string }) {
  const [t, router] = [useTranslations("admin.access.signIn"), useRouter()];
  const signIn = async (given: FormData) => {
    await adminFetch("/api/v1/admin/sign-in", { method: "POST", body: { password: given.get("password") }, csrf: null });
    router.replace(to);
    router.refresh();
  };
  return (
    <AccessForm submit={t("submit")} onSubmit={signIn}>
      {(invalid) => <Field label={t("password")}>{(field) => <PasswordInput field={{ ...field, "aria-invalid": invalid || undefined }} name="password" kind="current-password" ready />}</Field>}
    </AccessForm>
  );
}
