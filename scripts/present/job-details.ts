import type { JobLogLine, JobView } from "@/lib/features/jobs/job-types";
import { stageEndLine } from "@/scripts/cli/progress/progress-text";
import { presentJobState } from "./job";

export interface JobDetails {
  job: JobView;
  log: JobLogLine[];
}

const clock = (at: string) => at.replace("T", " ").replace(/\..*/, "");

/** A job with its stages and log. */
export function presentJobDetails({ job, log }: JobDetails): string {
  const { id, kind, requestedBy, createdAt, attempt, worker, stages, error } = job;
  const past = job.state === "running" ? stages.slice(0, -1) : stages;
  // What failed or was stopped did so in its last stage.
  const broken = job.state === "failed" || job.state === "cancelled";
  return [
    `Job ${id} (${kind}), ${presentJobState(job)}`,
    `  made       ${clock(createdAt)} UTC by ${requestedBy}`,
    ...(worker === null ? [] : [`  process    ${worker}${attempt > 1 ? `, attempt ${attempt}` : ""}`]),
    `  made with  ${JSON.stringify(job.parameters)}`,
    ...past.map((stage) => `  ${stageEndLine(stage, stage.seconds, broken && stage === stages.at(-1) ? "not finished" : "done")}`),
    ...(error?.causes ?? []).map((cause) => `  caused by: ${cause}`),
    ...(log.length > 0 ? ["", ...log.map(({ at, level, message }) => `${clock(at)} ${level === "info" ? "" : `${level}: `}${message}`)] : []),
  ].join("\n");
}
