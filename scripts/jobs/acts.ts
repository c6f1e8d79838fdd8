import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "@/lib/core/errors";
import { readEnv } from "@/lib/core/env";
import { COMMAND_LINE } from "@/lib/features/admin-access/actor";
import { recordAct } from "@/lib/features/admin-access/record-act";
import { cancelJob } from "@/lib/features/jobs/cancel-job";
import type { JobView } from "@/lib/features/jobs/job-types";
import { listJobs } from "@/lib/features/jobs/list-jobs";
import { readJob } from "@/lib/features/jobs/read-job";
import { readJobLog } from "@/lib/features/jobs/read-job-log";
import { prepareDatabase } from "@/lib/features/setup/prepare-database";
import type { CommandContext } from "@/scripts/cli/command";
import { followToEnd } from "@/scripts/cli/follow-to-end";
import { hasWorker, runJobCommand } from "@/scripts/cli/job-command";
import type { WaitOptions } from "@/scripts/cli/wait-options";
import type { JobDetails } from "@/scripts/present/job-details";

export type JobsResult = { jobs: JobView[] } | JobDetails | JobView;

type Act = (context: CommandContext<WaitOptions>, id: number) => Promise<JobsResult>;

/** Milliseconds for which the end of a cancelled job is waited for, and between two looks. */
const END_WITHIN = 3000;
const LOOK_EVERY = 100;

const list: Act = async () => {
  const { db } = await prepareDatabase();
  return { jobs: await listJobs(db) };
};

const show: Act = async (context, id) => {
  const { db } = await prepareDatabase();
  let told = false;
  const tellOfWorker = async ({ state }: JobView) => {
    if (state !== "queued" || told) return true;
    if (!(await hasWorker(db))) context.print("No worker is running, and the job waits for one: npm run worker, or npm start");
    told = true;
    return true;
  };
  if (context.options.wait) await followToEnd(context, db, id, tellOfWorker);
  return { job: await readJob(db, id), log: await readJobLog(db, id) };
};

const cancel: Act = async (_, id) => {
  const { db } = await prepareDatabase();
  let job = await recordAct(db, COMMAND_LINE, "job.cancel", () => cancelJob(db, readEnv().dataDir, id), { target: `job ${id}` });
  for (let waited = 0; job.state === "running" && waited < END_WITHIN; waited += LOOK_EVERY) {
    await wait(LOOK_EVERY);
    job = await readJob(db, id);
  }
  return job;
};

const retry: Act = async (context, id) => {
  const { db } = await prepareDatabase();
  const { kind, state, parameters } = await readJob(db, id);
  if (state === "queued" || state === "running") throw new AppError("conflict", `Job ${id} has not ended (${state}): there is nothing to try again.`);
  return recordAct(db, COMMAND_LINE, "job.retry", () => runJobCommand(context, kind, parameters), { target: `job ${id}` });
};

export const JOB_ACTS: Record<string, Act> = { list, show, cancel, retry };
