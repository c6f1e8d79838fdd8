"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/app/admin/_components/button";
import { ConfirmButton } from "@/app/admin/_components/confirm-button";
import { InlineError } from "@/app/admin/_components/inline-error";
import { useAct } from "@/app/admin/_components/use-act";
import { useSubmitJob } from "@/app/admin/_jobs/submit-job";

/** The jobs that need nothing to be chosen. */
export function StartJobs() {
  const t = useTranslations();
  const { submit, leading } = useSubmitJob();
  const { pending, error, run } = useAct();
  return (
    <>
      <Button icon="check" title={t("admin.jobs.list.verifyHint")} pending={pending || leading} onClick={() => void run(() => submit("verify"))}>{t("admin.jobs.list.verify")}</Button>
      <Button icon="chart" title={t("admin.jobs.list.evaluateHint")} pending={pending || leading} onClick={() => void run(() => submit("evaluate"))}>{t("admin.jobs.list.evaluate")}</Button>
      <ConfirmButton label={t("admin.jobs.list.prune")} icon="trash" look="quiet" heading={t("admin.jobs.list.pruneHeading")} confirm={t("admin.jobs.list.pruneConfirm")} onConfirm={() => submit("prune")}>
        <p>{t("admin.jobs.list.pruneBody")}</p>
      </ConfirmButton>
      {error !== null && <div className="w-full"><InlineError message={error} /></div>}
    </>
  );
}
