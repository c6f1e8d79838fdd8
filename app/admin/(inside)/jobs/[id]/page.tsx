import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { getTranslator } from "@/app/_i18n/translator";
import { requireAdmin } from "@/app/admin/_lib/require-admin";
import { AppError } from "@/lib/core/errors";
import { openData } from "@/lib/features/admin-state/open-data";
import { readJob } from "@/lib/features/jobs/read-job";
import { readJobLog } from "@/lib/features/jobs/read-job-log";
import { JobDetail } from "./_components/job-detail";

type Props = PageProps<"/admin/jobs/[id]">;

/** Null where there is no such job. */
const findJob = cache(async (id: string) => {
  if (!/^[1-9]\d{0,14}$/.test(id)) return null;
  const { db } = await openData();
  const job = await readJob(db, Number(id)).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  });
  return job && { job, log: await readJobLog(db, job.id) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requireAdmin(`/admin/jobs/${(await params).id}`);
  const [t, found] = await Promise.all([getTranslator(), findJob((await params).id)]);
  if (!found) return { title: t("notFound.title") };
  const { kind, id } = found.job;
  return { title: t("admin.shell.title", { page: t("admin.jobs.job.title", { kind: t(`admin.jobs.kinds.${kind}`), id: String(id) }) }) };
}

export default async function JobPage({ params }: Props) {
  await requireAdmin(`/admin/jobs/${(await params).id}`);
  const found = await findJob((await params).id);
  if (!found) notFound();
  return <JobDetail served={found.job} log={found.log} />;
}
