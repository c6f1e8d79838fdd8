import { AppError } from "@/lib/core/errors";
import { followJob } from "@/lib/features/jobs/follow-job";
import type { JobContext } from "@/lib/features/jobs/job-context";
import type { JobView } from "@/lib/features/jobs/job-types";
import type { CommandContext } from "./command";
import type { CommandProgress } from "./progress/command-progress";
import { stageUnit } from "./stage-unit";

/** Milliseconds between two looks whether there is still somebody to run the job. */
const LOOK_EVERY = 2000;

function progressOf({ state, stages, etaSeconds, device }: JobView): CommandProgress | null {
  const current = stages.at(-1);
  if (state === "queued") return { stage: "wait", done: 0, total: null };
  if (!current) return null;
  const { stage, done, total, rate, file = null } = current;
  return { stage, done, total, rate, etaSeconds, file, device: stage === "embed" ? (device?.device ?? null) : null, ...stageUnit(stage) };
}

/**
 * Shows a job that another process runs, to its end.
 * @param goesOn asked now and then; where it is false, following ends
 * @returns null where `goesOn` was false
 * @throws AppError what the job failed with; `cancelled` where it was, or where this command is stopped, which leaves the job as it is
 */
export async function followToEnd({ signal, report, print }: Pick<CommandContext<object>, "signal" | "report" | "print">, db: JobContext["db"], id: number, goesOn: (job: JobView) => Promise<boolean>): Promise<JobView | null> {
  const left = new AbortController();
  let reason: string | undefined;
  let latest: JobView | null = null;
  const onChange = (job: JobView) => {
    latest = job;
    const progress = progressOf(job);
    if (progress) report(progress);
    if (job.waitsFor && job.waitsFor.reason !== reason) print(job.waitsFor.reason);
    reason = job.waitsFor?.reason;
  };
  const look = async () => void (latest && !(await goesOn(latest)) && left.abort());
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_EVERY);
  try {
    return outcomeOf(await followJob(db, id, { signal: AbortSignal.any([signal, left.signal]), onChange, onLog: (lines) => lines.forEach(({ message }) => print(message)) }));
  } catch (error) {
    if (left.signal.aborted) return null;
    if (!signal.aborted) throw error;
    throw new AppError("cancelled", `Job ${id} goes on without this command. To follow it: npm run jobs -- show ${id} --wait; to stop it: npm run jobs -- cancel ${id}`, { cause: error });
  } finally {
    clearInterval(timer);
  }
}

function outcomeOf(job: JobView): JobView {
  if (job.state === "done") return job;
  const { code, message, causes } = job.error ?? { code: "internal" as const, message: "It ended without a result.", causes: [] };
  const cause = causes.reduceRight<Error | undefined>((inner, text) => new Error(text, { cause: inner }), undefined);
  throw new AppError(code, message, { cause });
}
