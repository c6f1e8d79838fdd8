"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { AccessForm } from "@/app/admin/_components/access-form";
import { useAdminFetch } from "@/app/admin/_components/admin-session";
import { Field } from "@/app/admin/_components/field";
import { NewPassword, areSame } from "@/app/admin/_components/new-password";
import { PasswordInput } from "@/app/admin/_components/password-input";
import { useToast } from "@/app/admin/_components/toasts";

/** @param rule what a password needs */
export function PasswordForm({ rule }: { rule: string }) {
  const [t, router, ask, toast] = [useTranslations("admin.access"), useRouter(), useAdminFetch(), useToast()];
  const [changes, setChanges] = useState(0);
  const change = async (given: FormData) => {
    if (!areSame(given)) return t("fault.notSame");
    await ask("/api/v1/admin/password", { method: "POST", body: { present: given.get("present"), password: given.get("password") } });
    toast(t("change.done"));
    setChanges(changes + 1);
    // The page gets the CSRF token of the new session.
    router.refresh();
  };
  return (
    <div className="max-w-sm">
      <p className="mb-4 text-sm leading-relaxed text-muted">{t("change.lead")}</p>
      <AccessForm key={changes} submit={t("change.submit")} onSubmit={change}>
        {(invalid) => (
          <>
            <Field label={t("password.present")}>{(field) => <PasswordInput field={{ ...field, "aria-invalid": invalid || undefined }} name="present" kind="current-password" />}</Field>
            <NewPassword invalid={invalid} rule={rule} />
          </>
        )}
      </AccessForm>
    </div>
  );
}
