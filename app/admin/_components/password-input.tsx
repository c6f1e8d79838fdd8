"use client";

import clsx from "clsx";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { inputLook, type FieldProps } from "./field";

interface Props {
  field: FieldProps;
  name: string;
  /** What password managers fill in. */
  kind: "current-password" | "new-password";
  /** Has the focus when the page opens. */
  ready?: boolean;
}

/** A password, hidden until one wants to see it. */
export function PasswordInput({ field, name, kind, ready = false }: Props) {
  const t = useTranslations("admin.access.password");
  const [shown, show] = useState(false);
  return (
    <div className="relative">
      {/* Where a password is all that the page asks for, it is ready to type in. */}
      {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
      <input {...field} autoFocus={ready} type={shown ? "text" : "password"} name={name} autoComplete={kind} required autoCapitalize="off" spellCheck={false} className={clsx(inputLook, "pr-18")} />
      <button type="button" aria-pressed={shown} aria-controls={field.id} onClick={() => show(!shown)} className="absolute inset-y-0 right-0 min-w-14 rounded-md px-3 text-xs text-muted hover:text-ink">{shown ? t("hide") : t("show")}</button>
    </div>
  );
}
