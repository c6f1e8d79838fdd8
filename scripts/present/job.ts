import type { JobView } from "@/lib/features/jobs/job-types";
import { progressLine } from "@/scripts/cli/progress/progress-text";
import { formatDuration } from "@/scripts/setup/duration.mjs";

const seconds = (from: string | null, to: string | null) => (from === null || to === null ? null : (Date.parse(to) - Date.parse(from)) / 1000);

/** How far a job is, or how it ended. */
export function presentJobState({ state, stages, waitsFor, cancelling, error, startedAt, finishedAt }: JobView): string {
  const current = stages.at(-1);
  const took = seconds(startedAt, finishedAt);
  if (cancelling) return "is being stopped";
  if (state === "failed" || state === "cancelled") return `${state}: ${error?.message ?? ""}`;
  if (state === "done") return took === null ? "done" : `done in ${formatDuration(took)}`;
  if (waitsFor) return `${state}: ${waitsFor.reason}`;
  return current ? `${state}: ${progressLine(current)}` : state;
}

/** A job that was made and is not waited for. */
export function presentQueuedJob(job: JobView): string {
  return [`Job ${job.id} (${job.kind}) is ${job.state}.`, ...(job.waitsFor ? [job.waitsFor.reason] : []), `To follow it: npm run jobs -- show ${job.id} --wait`].join("\n");
}

/** One line a job. */
export function presentJobList(jobs: JobView[]): string {
  if (jobs.length === 0) return "There are no jobs.";
  const rows = jobs.map((job) => [String(job.id), job.kind, job.createdAt.replace("T", " ").replace(/\..*/, ""), job.requestedBy, presentJobState(job)]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()).join("\n");
}
