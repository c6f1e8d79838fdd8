import type { JobView } from "@/lib/features/jobs/job-types";
import type { PruneSummary } from "@/lib/features/reindexing/prune/prune-types";
import { defineCommand } from "./cli/command";
import { runRecordedJob } from "./cli/job-command";
import { runAsMain } from "./cli/run-command";
import { addWaitOptions, type WaitOptions } from "./cli/wait-options";
import { presentQueuedJob } from "./present/job";
import { presentPruneSummary } from "./present/prune-summary";

interface Options extends WaitOptions {
  models?: boolean;
}

export const command = defineCommand<Options, PruneSummary | JobView>({
  name: "prune",
  summary: "Take away for good what nothing needs any more.",
  description:
    "Deletes removed captions that no kept generation has, images and sources left without captions, refused and unfinished generations, what killed processes left behind, ended jobs but for the last 200, and uploads that were ingested or given up for 7 days. " +
    "What a kept generation could go back to stays: to forget it, delete that generation first.",
  examples: [{ line: "npm run prune -- --models", about: "Also the vectors of encoders that no kept generation uses; using one again embeds all captions anew." }],
  configure: (program) => addWaitOptions(program).option("--models", "also delete vectors of models that no kept generation uses"),
  run: async (context) => {
    const job = await runRecordedJob(context, "prune", { models: context.options.models });
    return job.state === "done" ? (job.result as PruneSummary) : job;
  },
  present: (result) => ("leftovers" in result ? presentPruneSummary(result) : presentQueuedJob(result)),
});

runAsMain(command, import.meta.url);
