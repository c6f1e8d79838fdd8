import { AppError } from "@/lib/core/errors";
import type { JobView } from "@/lib/features/jobs/job-types";
import type { VerifySummary } from "@/lib/features/reindexing/verify/verify-types";
import { defineCommand } from "./cli/command";
import { runJobCommand } from "./cli/job-command";
import { runAsMain } from "./cli/run-command";
import { addWaitOptions, type WaitOptions } from "./cli/wait-options";
import { presentQueuedJob } from "./present/job";
import { presentVerifySummary } from "./present/verify-summary";

export const command = defineCommand<WaitOptions, VerifySummary | JobView>({
  name: "check",
  summary: "Read everything that is kept and tell what is not as it was written.",
  description: "Compares every file of every kept generation with its SHA-256, its captions with the database and its counts with its manifest, the lengths of all vectors, and has SQLite check its file. Changes nothing. Ends with code 1 where something is wrong, and says what to do.",
  configure: addWaitOptions,
  run: async (context) => {
    const job = await runJobCommand(context, "verify", {});
    if (job.state !== "done") return job;
    const summary = job.result as VerifySummary;
    if (!summary.ok) throw new AppError("index_damaged", presentVerifySummary(summary));
    return summary;
  },
  present: (result) => ("ok" in result ? presentVerifySummary(result) : presentQueuedJob(result)),
});

runAsMain(command, import.meta.url);
