import type { Metadata } from "next";
import { PageHeading } from "../../_components/page-heading";
import { requireAdmin } from "../../_lib/require-admin";
import { addressOf } from "../../_lib/way-back";
import { getTranslator } from "@/app/_i18n/translator";
import { openData } from "@/lib/features/admin-state/open-data";
import { listJobs } from "@/lib/features/jobs/list-jobs";
import { HistoryFilters } from "./_components/history-filters";
import { JobHistory } from "./_components/job-history";
import { ENDS, readJobsState, type JobsState } from "./_components/jobs-state";
import { StartJobs } from "./_components/start-jobs";
import { UnfinishedJobs } from "./_components/unfinished-jobs";

/** Of the jobs that run or wait, those shown. */
const MOST_UNFINISHED = 50;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator();
  return { title: t("admin.shell.title", { page: t("admin.shell.nav.jobs") }) };
}

async function readJobs({ kind, state, before, shown }: JobsState) {
  const { db } = await openData();
  const [running, queued, history] = await Promise.all([
    listJobs(db, { states: ["running"], limit: MOST_UNFINISHED }),
    listJobs(db, { states: ["queued"], limit: MOST_UNFINISHED }),
    // One more than is shown tells whether there are more.
    listJobs(db, { states: state ? [state] : [...ENDS], kinds: kind ? [kind] : undefined, before: before ?? undefined, limit: shown + 1 }),
  ]);
  return { unfinished: [...running, ...queued], history };
}

export default async function JobsPage({ searchParams }: PageProps<"/admin/jobs">) {
  await requireAdmin(addressOf("/admin/jobs", await searchParams));
  const state = readJobsState(await searchParams);
  const [t, { unfinished, history }] = await Promise.all([getTranslator(), readJobs(state)]);
  return (
    <>
      <PageHeading heading={t("admin.jobs.list.heading")} lead={t("admin.jobs.list.lead")}><StartJobs /></PageHeading>
      <div className="space-y-8">
        <UnfinishedJobs served={unfinished} />
        <JobHistory served={history.slice(0, state.shown)} more={history.length > state.shown} state={state} filters={<HistoryFilters state={state} />} />
      </div>
    </>
  );
}
