"use client";

import { useTranslations } from "use-intl";
import type { JobView } from "@/lib/features/jobs/job-types";
import type { AdminMessages } from "@/app/_i18n/admin-messages";

/** A look at the files that ended well and found them ill. */
export function foundFaults({ kind, state, result }: JobView): boolean {
  return kind === "verify" && state === "done" && (result as { ok?: unknown } | null)?.ok === false;
}

type Stage = keyof AdminMessages["jobs"]["stages"];

/** How jobs are spoken of. */
export function useJobWords() {
  const t = useTranslations();
  return {
    /** “Re-index 12” */
    name: ({ kind, id }: Pick<JobView, "kind" | "id">) => t("admin.jobs.job.name", { kind: t(`admin.jobs.kinds.${kind}`), id: String(id) }),
    kind: ({ kind }: Pick<JobView, "kind">) => t(`admin.jobs.kinds.${kind}`),
    state: (job: JobView) => t(`admin.jobs.states.${job.cancelling ? "cancelling" : foundFaults(job) ? "faults" : job.state}`),
    /** A stage without a name of ours keeps its own. */
    stage: (stage: string) => (t.has(`admin.jobs.stages.${stage as Stage}`) ? t(`admin.jobs.stages.${stage as Stage}`) : stage),
  };
}
