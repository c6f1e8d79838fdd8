"use client";

import { useTranslations } from "use-intl";
import { Icon } from "@/app/_components/icon";
import type { VerifySummary } from "@/lib/features/reindexing/verify/verify-types";
import { Finding } from "./finding";

/** What a look at everything that is kept found, thing by thing. */
export function VerifyResult({ summary: { ok, generations, embeddings, database } }: { summary: VerifySummary }) {
  const t = useTranslations();
  const bad = embeddings.map(({ model, count, mend }) => ({ fault: t("admin.jobs.result.verify.vectorsBad", { count, model }), mend }));
  return (
    <>
      <p className={`mb-4 flex items-center gap-2 font-medium ${ok ? "text-good" : "text-bad"}`}>
        <Icon name={ok ? "check" : "alert"} className="size-4.5 shrink-0" />
        {ok ? t("admin.jobs.result.verify.ok") : t("admin.jobs.result.verify.faults")}
      </p>
      <ul className="divide-y divide-rule border-y border-rule text-sm">
        {generations.map(({ id, state, faults }) => <Finding key={id} name={<span className="font-mono text-xs">{id}</span>} detail={t.has(`admin.index.generations.states.${state as "active"}`) ? t(`admin.index.generations.states.${state as "active"}`) : state} fine={t("admin.jobs.result.verify.files")} faults={faults} />)}
        <Finding name={t("admin.jobs.result.verify.vectors")} fine={t("admin.jobs.result.verify.vectorsOk")} faults={bad} />
        <Finding name={t("admin.jobs.result.verify.database")} fine={t("admin.jobs.result.verify.databaseOk")} faults={database} />
      </ul>
    </>
  );
}
