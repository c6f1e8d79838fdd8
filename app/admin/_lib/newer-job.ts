import type { JobView } from "@/lib/features/jobs/job-types";

/** How far a job is: none of these ever falls, and an earlier one counts for more. */
function progressOf({ state, attempt, stages, cancelling }: JobView): number[] {
  return [state === "queued" ? 0 : state === "running" ? 1 : 2, attempt, stages.length, stages.at(-1)?.done ?? 0, Number(cancelling)];
}

/** Of two views of one job, the later one; the second where they are alike. */
export function newerJob(one: JobView, other: JobView): JobView {
  const [a, b] = [progressOf(one), progressOf(other)];
  const place = a.findIndex((value, i) => value !== b[i]);
  return place >= 0 && (a[place] ?? 0) > (b[place] ?? 0) ? one : other;
}
