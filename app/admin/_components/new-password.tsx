"use client";

import { useTranslations } from "use-intl";
import { Field } from "./field";
import { PasswordInput } from "./password-input";

/** A new password, twice: fields `password` and `again`. */
export function NewPassword({ invalid, rule, ready }: { invalid: boolean; rule: string; ready?: boolean }) {
  const t = useTranslations("admin.access.password");
  const marked = { "aria-invalid": invalid || undefined };
  return (
    <>
      <Field label={t("wanted")} hint={rule}>{(field) => <PasswordInput field={{ ...field, ...marked }} name="password" kind="new-password" ready={ready} />}</Field>
      <Field label={t("again")}>{(field) => <PasswordInput field={{ ...field, ...marked }} name="again" kind="new-password" />}</Field>
    </>
  );
}

export const areSame = (given: FormData): boolean => given.get("password") === given.get("again");
