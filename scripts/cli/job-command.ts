import { AppError, toAppError } from "@/lib/core/errors";
import { readEnv } from "@/lib/core/env";
import { COMMAND_LINE } from "@/lib/features/admin-access/actor";
import { recordAct, type ActNote } from "@/lib/features/admin-access/record-act";
import { findOwnerlessJob } from "@/lib/features/jobs/find-ownerless-job";
import { handlers, type AnyJobHandler } from "@/lib/features/jobs/handlers";
import type { JobContext } from "@/lib/features/jobs/job-context";
import type { JobKind, JobView } from "@/lib/features/jobs/job-types";
import { listJobs } from "@/lib/features/jobs/list-jobs";
import { listWorkers } from "@/lib/features/jobs/list-workers";
import { openJobHere } from "@/lib/features/jobs/open-job-here";
import { readJob } from "@/lib/features/jobs/read-job";
import { runJobHere } from "@/lib/features/jobs/run-job-here";
import { submitJob } from "@/lib/features/jobs/submit-job";
import { prepareDatabase } from "@/lib/features/setup/prepare-database";
import type { CommandContext } from "./command";
import { followToEnd } from "./follow-to-end";
import { stageUnit } from "./stage-unit";
import type { WaitOptions } from "./wait-options";

interface Asked {
  db: JobContext["db"];
  dataDir: string;
  kind: JobKind;
  parameters: unknown;
  /** What does the job in this process; that of its kind unless given. */
  handler?: AnyJobHandler;
}

type JobCommandContext = Pick<CommandContext<WaitOptions>, "options" | "signal" | "report" | "print">;

/**
 * Makes a job and follows it; where no worker is running, does it in this process. One of the same kind and parameters that no process has is taken up instead.
 * @returns the job once it is done, or as it is queued where nobody waits for it
 * @throws AppError what it failed with; `cancelled`, saying how to stop a job that goes on elsewhere
 */
export async function runJobCommand(context: JobCommandContext, kind: JobKind, parameters: unknown, handler?: AnyJobHandler): Promise<JobView> {
  const { dataDir } = readEnv();
  const { db } = await prepareDatabase(dataDir);
  const asked = { db, dataDir, kind, parameters, handler };
  const { wait } = context.options;
  if (wait !== false && !(await hasWorker(db))) return runHere(context, asked);
  const job = (await findOwnerlessJob(db, kind, parameters)) ?? (await submitJob(db, kind, parameters, "command line"));
  if (!(wait ?? process.stderr.isTTY)) return job;
  const ended = await followToEnd(context, db, job.id, async (now) => now.state !== "queued" || (await hasWorker(db)));
  // Its worker is gone and no other has come.
  return ended ?? runHere(context, asked);
}

export const hasWorker = async (db: JobContext["db"]) => (await listWorkers(db)).some(({ alive }) => alive);

/** As runJobCommand, and in the audit list. */
export async function runRecordedJob(context: JobCommandContext, kind: JobKind, parameters: unknown, handler?: AnyJobHandler): Promise<JobView> {
  const { db } = await prepareDatabase();
  const work = async (note: ActNote) => {
    const job = await runJobCommand(context, kind, parameters, handler);
    note.target = `job ${job.id}`;
    return job;
  };
  return recordAct(db, COMMAND_LINE, "job.submit", work, { detail: { kind, parameters } });
}

async function runHere(context: JobCommandContext, asked: Asked): Promise<JobView> {
  const id = await runOne(context, asked, "command line");
  await runFollowing(context, asked, id);
  return readJob(asked.db, id);
}

/** @returns the job's id */
async function runOne({ signal, report, print }: JobCommandContext, { db, dataDir, kind, parameters, handler }: Asked, requestedBy: string): Promise<number> {
  if (signal.aborted) throw new AppError("cancelled", "Stopped.");
  const doing = handler ?? (await handlers[kind]());
  const id = await openJobHere(db, dataDir, kind, parameters, requestedBy);
  await runJobHere(db, dataDir, id, { handler: doing, signal, onProgress: (progress) => report({ ...progress, ...stageUnit(progress.stage) }), onLog: (message) => print(message), onWait: ({ reason }) => print(reason) });
  return id;
}

/** Does what a job has left to be done after it, where there is no worker for that. What it came to itself stands, however this goes. */
async function runFollowing(context: JobCommandContext, { db, dataDir }: Asked, id: number): Promise<void> {
  const requestedBy = `job ${id}`;
  const made = (await listJobs(db, { states: ["queued"] })).filter((job) => job.requestedBy === requestedBy && job.worker === null);
  for (const { kind, parameters } of made) {
    if (await hasWorker(db)) return;
    await runOne(context, { db, dataDir, kind, parameters }, requestedBy).catch((error: unknown) => context.print(`${toAppError(error).message} To do it later: npm run ${kind}`));
  }
}
