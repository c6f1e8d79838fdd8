"use client";

import { useRouter } from "next/navigation";
import { useState, type SubmitEvent } from "react";
import { useTranslations } from "use-intl";
import { useAdminFetch } from "@/app/admin/_components/admin-session";
import { Button } from "@/app/admin/_components/button";
import { Field, inputLook } from "@/app/admin/_components/field";
import { InlineError } from "@/app/admin/_components/inline-error";
import { useToast } from "@/app/admin/_components/toasts";
import { useAct } from "@/app/admin/_components/use-act";
import type { IndexSettings } from "@/lib/features/reindexing/reindex-types";

/** Per cent with two digits, of a share from 0 to 1. */
const toPercent = (share: number) => String(Math.round(share * 10_000) / 100);

/** What the gate asks for, and how many generations are kept. */
export function IndexSettingsForm({ settings }: { settings: IndexSettings }) {
  const t = useTranslations("admin.index.indexSettings");
  const [router, adminFetch, toast] = [useRouter(), useAdminFetch(), useToast()];
  const { pending, error, run } = useAct();
  const [recall, setRecall] = useState(toPercent(settings.recallTarget));
  const [margin, setMargin] = useState(toPercent(settings.margin));
  const [keep, setKeep] = useState(String(settings.keep));
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void run(async () => {
      const body: IndexSettings = { recallTarget: Number(recall) / 100, margin: Number(margin) / 100, keep: Number(keep) };
      await adminFetch("/api/v1/admin/settings", { method: "PUT", body });
      toast(t("saved"));
      router.refresh();
    });
  };
  return (
    <form onSubmit={submit}>
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-3">
        <Field label={t("recallTarget")} hint={t("recallTargetHint")}>
          {(props) => <input {...props} type="number" required min={0} max={100} step={0.01} value={recall} onChange={(event) => setRecall(event.target.value)} className={inputLook} />}
        </Field>
        <Field label={t("margin")} hint={t("marginHint")}>
          {(props) => <input {...props} type="number" required min={0} max={100} step={0.01} value={margin} onChange={(event) => setMargin(event.target.value)} className={inputLook} />}
        </Field>
        <Field label={t("keep")} hint={t("keepHint")}>
          {(props) => <input {...props} type="number" required min={1} max={50} step={1} value={keep} onChange={(event) => setKeep(event.target.value)} className={inputLook} />}
        </Field>
      </div>
      <div className="mt-4"><InlineError message={error} /></div>
      <Button type="submit" pending={pending} className="mt-4">{t("save")}</Button>
    </form>
  );
}
