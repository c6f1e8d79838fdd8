"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { LinkPending } from "@/app/_components/link-pending";
import type { JobView } from "@/lib/features/jobs/job-types";
import { buttonLook } from "@/app/admin/_components/button";
import { EmptyState } from "@/app/admin/_components/empty-state";
import { Section } from "@/app/admin/_components/section";
import { useJobs } from "@/app/admin/_jobs/use-jobs";
import { HistoryTable } from "./history-table";
import { jobsHref, MAX_SHOWN, PAGE_SIZE, type JobsState } from "./jobs-state";

interface Props {
  served: JobView[];
  /** Whether there are older ones. */
  more: boolean;
  state: JobsState;
  filters: ReactNode;
}

function useEndedJobs(served: JobView[], { kind, state, before }: JobsState): JobView[] {
  const all = useJobs(served);
  const ids = new Set(served.map(({ id }) => id));
  // A job that ends while the page is open joins the newest page only.
  return all.filter((job) => ids.has(job.id) || (before === null && job.finishedAt !== null && (kind === null || job.kind === kind) && (state === null || job.state === state) && job.state !== "running" && job.state !== "queued"));
}

/** Jobs that have ended, the newest first. */
export function JobHistory({ served, more, state, filters }: Props) {
  const t = useTranslations();
  const jobs = useEndedJobs(served, state);
  const filtered = state.kind !== null || state.state !== null || state.before !== null;
  return (
    <Section heading={t("admin.jobs.list.history")} aside={filters}>
      {jobs.length > 0 ? <HistoryTable jobs={jobs} /> : (
        <EmptyState heading={filtered ? t("admin.jobs.list.noneMatch") : t("admin.jobs.list.none")}>
          {filtered ? <Link href="/admin/jobs" prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent">{t("admin.jobs.list.clear")}</Link> : t("admin.jobs.list.noneBody")}
        </EmptyState>
      )}
      <Pages more={more} state={state} last={served.at(-1)?.id ?? null} />
    </Section>
  );
}

function Pages({ more, state, last }: { more: boolean; state: JobsState; last: number | null }) {
  const t = useTranslations();
  const full = state.shown >= MAX_SHOWN;
  return (
    <div className="mt-6 flex flex-wrap justify-center gap-3">
      {state.before !== null && <Link href={jobsHref(state, { before: null })} prefetch={false} className={buttonLook("quiet")}>{t("admin.jobs.list.newest")}<LinkPending /></Link>}
      {more && !full && <Link href={jobsHref(state, { shown: state.shown + PAGE_SIZE })} replace scroll={false} prefetch={false} className={buttonLook("quiet")}>{t("admin.jobs.list.loadMore", { count: PAGE_SIZE })}<LinkPending /></Link>}
      {more && full && last !== null && <Link href={jobsHref(state, { before: last })} prefetch={false} className={buttonLook("quiet")}>{t("admin.jobs.list.older")}<LinkPending /></Link>}
    </div>
  );
}
