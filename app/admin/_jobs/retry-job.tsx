"use client";

import { useTranslations } from "use-intl";
import { Button } from "../_components/button";
import { InlineError } from "../_components/inline-error";
import { useAct } from "../_components/use-act";
import { useSubmitJob } from "./submit-job";

export function RetryJob({ id }: { id: number }) {
  const t = useTranslations();
  const { retry, leading } = useSubmitJob();
  const { pending, error, run } = useAct();
  return (
    <>
      <Button icon="again" title={t("admin.jobs.job.retryHint")} pending={pending || leading} onClick={() => void run(() => retry(id))}>{t("admin.jobs.job.retry")}</Button>
      {error !== null && <div className="w-full"><InlineError message={error} /></div>}
    </>
  );
}
