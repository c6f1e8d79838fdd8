import { createLoader, createParser, createSerializer, parseAsStringLiteral, type inferParserType } from "nuqs/server";
import { JOB_KINDS } from "@/lib/features/jobs/job-types";

/** Jobs added by each “show more”, and how many one page shows at most; older ones have a page of their own. */
export const PAGE_SIZE = 30;
export const MAX_SHOWN = 150;

/** How a job can end. */
export const ENDS = ["done", "failed", "cancelled"] as const;

const shownCount = createParser({
  parse: (value) => (/^\d{1,6}$/.test(value) ? Math.min(MAX_SHOWN, Math.max(1, Math.ceil(Number(value) / PAGE_SIZE)) * PAGE_SIZE) : null),
  serialize: String,
});

const jobId = createParser({ parse: (value) => (/^[1-9]\d{0,14}$/.test(value) ? Number(value) : null), serialize: String });

const parsers = { kind: parseAsStringLiteral(JOB_KINDS), state: parseAsStringLiteral(ENDS), before: jobId, shown: shownCount.withDefault(PAGE_SIZE) };
const urlKeys = { shown: "n" } as const;
const load = createLoader(parsers, { urlKeys });
const serialize = createSerializer(parsers, { urlKeys });

/** Which part of the history the page shows, as its address says it. */
export type JobsState = inferParserType<typeof parsers>;

/** Never fails: what an address says wrongly counts as not said. */
export function readJobsState(params: Record<string, string | string[] | undefined>): JobsState {
  return load(params);
}

/** The address of a state, changed. Another filter begins with the newest jobs. */
export function jobsHref(state: JobsState, changes: Partial<JobsState> = {}): string {
  const begins = "kind" in changes || "state" in changes || "before" in changes ? { before: null, shown: PAGE_SIZE } : {};
  return serialize("/admin/jobs", { ...state, ...begins, ...changes });
}
