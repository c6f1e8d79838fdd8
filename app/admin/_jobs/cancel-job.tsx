"use client";

import { useTranslations } from "use-intl";
import type { JobView } from "@/lib/features/jobs/job-types";
import { useAdminFetch } from "../_components/admin-session";
import { ConfirmButton } from "../_components/confirm-button";
import { useHearJob } from "../_components/live-state";
import { useToast } from "../_components/toasts";
import { useJobWords } from "./job-words";

export function CancelJob({ job }: { job: JobView }) {
  const [t, toast, ask, words, hear] = [useTranslations(), useToast(), useAdminFetch(), useJobWords(), useHearJob()];
  const cancel = async () => {
    hear(await ask<JobView>(`/api/v1/admin/jobs/${job.id}/cancel`, { method: "POST" }));
    toast(t("admin.jobs.job.cancelled", { id: String(job.id) }));
  };
  return (
    <ConfirmButton label={t("admin.jobs.job.cancel")} icon="stop" look="quiet" disabled={job.cancelling} describes={words.name(job)}
      heading={t("admin.jobs.job.cancelHeading", { kind: words.kind(job), id: String(job.id) })} confirm={t("admin.jobs.job.cancelConfirm")} onConfirm={cancel}>
      <p>{t("admin.jobs.job.cancelBody")}</p>
    </ConfirmButton>
  );
}
