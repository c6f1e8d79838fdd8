import { NavigatingSelect } from "@/app/_components/navigating-select";
import { getTranslator } from "@/app/_i18n/translator";
import { JOB_KINDS } from "@/lib/features/jobs/job-types";
import { ENDS, jobsHref, type JobsState } from "./jobs-state";

export async function HistoryFilters({ state }: { state: JobsState }) {
  const t = await getTranslator();
  return (
    <div role="group" aria-label={t("admin.jobs.list.filters")} className="flex flex-wrap gap-2">
      <NavigatingSelect label={t("admin.jobs.list.kind")} value={jobsHref(state, { kind: state.kind })}
        options={[{ href: jobsHref(state, { kind: null }), label: t("admin.jobs.list.anyKind") }, ...JOB_KINDS.map((kind) => ({ href: jobsHref(state, { kind }), label: t(`admin.jobs.kinds.${kind}`) }))]} />
      <NavigatingSelect label={t("admin.jobs.list.columns.state")} value={jobsHref(state, { state: state.state })}
        options={[{ href: jobsHref(state, { state: null }), label: t("admin.jobs.list.anyState") }, ...ENDS.map((end) => ({ href: jobsHref(state, { state: end }), label: t(`admin.jobs.states.${end}`) }))]} />
    </div>
  );
}
