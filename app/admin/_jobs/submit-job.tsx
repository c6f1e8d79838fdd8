"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import type { JobKind, JobView } from "@/lib/features/jobs/job-types";
import { useAdminFetch } from "../_components/admin-session";
import { useHearJob } from "../_components/live-state";
import { useToast } from "../_components/toasts";

/** Makes a job, tells its number and leads to its page; `leading` until that is there. `follow` does so for one that was made otherwise. */
export function useSubmitJob() {
  const [t, toast, ask, hear, router] = [useTranslations(), useToast(), useAdminFetch(), useHearJob(), useRouter()];
  const [leading, lead] = useTransition();
  const follow = (job: JobView) => {
    hear(job);
    toast(t("admin.jobs.list.submitted", { id: String(job.id) }));
    lead(() => router.push(`/admin/jobs/${job.id}`));
  };
  return {
    leading,
    follow,
    submit: async (kind: JobKind, parameters: unknown = {}) => follow(await ask<JobView>("/api/v1/admin/jobs", { method: "POST", body: { kind, parameters } })),
    retry: async (id: number) => follow(await ask<JobView>(`/api/v1/admin/jobs/${id}/retry`, { method: "POST" })),
  };
}
