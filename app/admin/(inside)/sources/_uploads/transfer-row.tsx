"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "use-intl";
import { useAdminFetch } from "@/app/admin/_components/admin-session";
import { Button } from "@/app/admin/_components/button";
import { InlineError } from "@/app/admin/_components/inline-error";
import { ProgressBar } from "@/app/admin/_components/progress-bar";
import { useAct } from "@/app/admin/_components/use-act";
import { formatBytes, formatDuration } from "@/app/admin/_lib/format-quantity";
import { ENDPOINT, type TransferView } from "./transfer";
import { transferStore } from "./transfer-store";
import { UploadCard } from "./upload-card";

/** A file on its way: how far, how fast, how much longer. */
export function TransferRow({ transfer: { key, id, name, size, sent, rate, state, error } }: { transfer: TransferView }) {
  const t = useTranslations("admin.index.upload");
  const locale = useLocale();
  const [router, adminFetch] = [useRouter(), useAdminFetch()];
  const { pending, error: deleteError, run } = useAct();
  const remove = () =>
    run(async () => {
      await transferStore.pause(key);
      if (id !== null) await adminFetch(`${ENDPOINT}/${id}`, { method: "DELETE" });
      await transferStore.forget(key);
      router.refresh();
    });
  const facts = [
    t("received", { received: formatBytes(sent, locale), size: formatBytes(size, locale) }),
    ...(rate === null ? [] : [t("rate", { rate: formatBytes(rate, locale) }), t("left", { time: formatDuration((size - sent) / rate, locale) })]),
  ];
  const actions = (
    <>
      {state === "paused" || state === "stopped" ? <Button onClick={() => transferStore.start(key)}>{t("resume")}</Button> : state !== "checking" && <Button onClick={() => void transferStore.pause(key)}>{t("pause")}</Button>}
      {state !== "checking" && <Button icon="trash" pending={pending} aria-label={t("deleteNamed", { name })} onClick={() => void remove()}>{t("delete")}</Button>}
    </>
  );
  return (
    <UploadCard name={name} state={<span role="status">{t(`states.${state}`)}</span>} actions={actions}>
      <div className="mt-3"><ProgressBar label={t("progress", { name })} done={sent} total={state === "checking" ? null : size} text={facts[0]} /></div>
      <p className="mt-2 flex flex-wrap gap-x-4 text-sm text-muted tabular-nums">{facts.map((fact) => <span key={fact}>{fact}</span>)}</p>
      {(error ?? deleteError) !== null && <div className="mt-3"><InlineError message={error ?? deleteError} /></div>}
    </UploadCard>
  );
}
