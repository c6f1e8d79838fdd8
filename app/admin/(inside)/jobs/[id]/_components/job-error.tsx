"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Icon } from "@/app/_components/icon";
import type { JobFailure, JobView } from "@/lib/features/jobs/job-types";
import type { AdminMessages } from "@/app/_i18n/admin-messages";

type Mend = keyof AdminMessages["jobs"]["job"]["mends"];

/** Why a job failed, what caused that, and what to do. The messages are the server's, in English: each names its mend. */
export function JobError({ job, error: { code, message, causes } }: { job: JobView; error: JobFailure }) {
  const t = useTranslations();
  if (job.state === "cancelled") return <p className="rounded-md bg-sunk p-4 text-sm text-muted">{t("admin.jobs.job.cancelledNote")}</p>;
  const mend = t.has(`admin.jobs.job.mends.${code as Mend}`) ? (code as Mend) : "other";
  return (
    <section className="rounded-lg bg-bad-soft p-4 text-sm sm:p-5">
      <h2 className="flex items-center gap-2 font-semibold text-bad"><Icon name="alert" className="size-4 shrink-0" />{t("admin.jobs.job.error")}</h2>
      <p lang="en" className="mt-2 leading-relaxed wrap-anywhere whitespace-pre-line">{message}</p>
      {causes.length > 0 && (
        <div className="mt-3">
          <h3 className="font-medium">{t("admin.jobs.job.causes")}</h3>
          <ol lang="en" className="mt-1 list-inside list-[''] space-y-1 border-l-2 border-bad pl-3">{causes.map((cause, i) => <li key={i} className="wrap-anywhere">{cause}</li>)}</ol>
        </div>
      )}
      <p className="mt-3 leading-relaxed">{t(`admin.jobs.job.mends.${mend}`)}</p>
      {code === "gate_failed" && <p className="mt-2"><Link href="/admin/generations" prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent">{t("admin.jobs.job.seeGeneration")}</Link></p>}
    </section>
  );
}
