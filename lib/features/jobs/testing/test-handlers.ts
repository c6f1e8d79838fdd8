import { appendFileSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { stageImages } from "@/lib/database/staging";
import type { AnyJobHandler } from "../handlers";
import type { JobContext } from "../job-context";
import { FIRST_LOCK } from "../job-locks";
import type { JobKind } from "../job-types";

const parameters = z.object({
  /** Gets a line "<job> <pid>" whenever a process begins the job. */
  begun: z.string(),
  /** "twice": goes on until it has been begun a second time; "deaf": hears nothing, and has half-written things; "crash": is killed. */
  way: z.enum(["at once", "until stopped", "twice", "deaf", "crash"]),
});

export type TestJob = z.infer<typeof parameters>;

async function leaveHalfWritten({ db, dataDir, jobId }: JobContext): Promise<void> {
  await stageImages(db, { jobId, part: 0 }, [{ externalId: "1", url: null, originalUrl: null, fileName: null, width: null, height: null, licence: null }]);
  mkdirSync(path.join(dataDir, "generations", "20260101-000000-0000.partial"), { recursive: true });
}

async function work({ begun, way }: TestJob, context: JobContext): Promise<number> {
  const { jobId, meter, signal } = context;
  appendFileSync(begun, `${jobId} ${process.pid}\n`);
  const times = readFileSync(begun, "utf8").split("\n").filter((line) => line.startsWith(`${jobId} `)).length;
  meter.begin("count", null);
  if (way === "crash") process.kill(process.pid, "SIGKILL");
  if (way === "deaf") {
    await leaveHalfWritten(context);
    for (;;) Math.random();
  }
  const endless = way === "until stopped" || (way === "twice" && times < 2);
  for (let done = 1; endless; done++) {
    await wait(20, undefined, { signal });
    meter.advanceTo(done);
  }
  return times;
}

const handlerOf = (kind: JobKind) => Promise.resolve({ kind, parameters, lock: FIRST_LOCK[kind], run: (given: unknown, context: JobContext) => work(given as TestJob, context) } satisfies AnyJobHandler);

/** Jobs of every kind, with its lock, that do next to nothing. */
export const testHandlers: Record<JobKind, () => Promise<AnyJobHandler>> = {
  ingest: () => handlerOf("ingest"),
  reindex: () => handlerOf("reindex"),
  layout: () => handlerOf("layout"),
  evaluate: () => handlerOf("evaluate"),
  verify: () => handlerOf("verify"),
  prune: () => handlerOf("prune"),
};
