"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/admin/_components/button";
import { CopyButton } from "@/app/admin/_components/copy-button";
import { inputLook } from "@/app/admin/_components/field";

interface Props {
  name: string;
  token: string;
  onDone: () => void;
}

/** A new token, selected, so that it can be copied by hand where the browser does not let a button do it. */
export function ShownToken({ name, token, onDone }: Props) {
  const t = useTranslations("admin.access.tokens");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <div role="group" aria-label={t("made", { name })} className="max-w-2xl rounded-lg border border-accent bg-card p-4">
      <p className="font-medium">{t("made", { name })}</p>
      <p className="mt-1 mb-3 text-sm text-muted">{t("madeBody")}</p>
      <div className="flex flex-wrap items-center gap-2">
        <input ref={field} readOnly value={token} aria-label={t("value")} autoComplete="off" spellCheck={false} className={`${inputLook} w-auto min-w-0 grow basis-64 font-mono`} />
        <CopyButton text={token} />
        <Button onClick={onDone}>{t("put")}</Button>
      </div>
    </div>
  );
}
