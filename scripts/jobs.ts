import { AppError } from "@/lib/core/errors";
import { defineCommand } from "./cli/command";
import { runAsMain } from "./cli/run-command";
import { addWaitOptions, type WaitOptions } from "./cli/wait-options";
import { JOB_ACTS, type JobsResult } from "./jobs/acts";
import { presentJobList, presentQueuedJob, presentJobState } from "./present/job";
import { presentJobDetails } from "./present/job-details";

const names = Object.keys(JOB_ACTS);

function readId(text: string | undefined): number {
  const id = /^\d+$/.test(text ?? "") ? Number(text) : NaN;
  if (!Number.isSafeInteger(id)) throw new AppError("invalid_parameter", "Give the number of a job; npm run jobs -- list shows those there are.", { field: "id" });
  return id;
}

function present(result: JobsResult): string {
  if ("jobs" in result) return presentJobList(result.jobs);
  if ("log" in result) return presentJobDetails(result);
  return result.state === "queued" ? presentQueuedJob(result) : `Job ${result.id} (${result.kind}), ${presentJobState(result)}`;
}

export const command = defineCommand<WaitOptions, JobsResult>({
  name: "jobs",
  summary: "List jobs, show one with its log, cancel it or try it again.",
  description: "list: the last 50 jobs. show: one with its stages and log; with --wait it is followed to its end. cancel: stops it within a second and throws away what is half done. retry: makes the same job again; what the first one did is found and kept.",
  examples: [
    { line: "npm run jobs -- list", about: "The latest first." },
    { line: "npm run jobs -- show 12 --wait", about: "Follows job 12." },
    { line: "npm run jobs -- cancel 12", about: "What was stored and embedded stays." },
  ],
  configure: (program) => addWaitOptions(program).argument("<act>", names.join(", ")).argument("[id]", "number of the job, for all but list"),
  run: (context) => {
    const [name = "", id] = context.args;
    const act = JOB_ACTS[name];
    if (!act) throw new AppError("invalid_parameter", `There is no act ${name}: give ${names.join(", ")}.`, { field: "act" });
    return act(context, name === "list" ? 0 : readId(id));
  },
  present,
});

runAsMain(command, import.meta.url);
