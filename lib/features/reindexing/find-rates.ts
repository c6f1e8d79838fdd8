import type { Database } from "@/lib/database/client";
import { findGeneration } from "@/lib/database/generations";
import { findJobs, type Job } from "@/lib/database/jobs";
import type { StageRecord } from "@/lib/features/jobs/job-types";
import type { Forecast, GateReport } from "./reindex-types";

/** Jobs looked at, the latest. */
const LOOKED_AT = 50;
/** A rate over fewer captions than this tells more of the start than of the work. */
const LEAST = 200;

type Rate = Forecast["rates"]["embed"];

interface Told {
  generation?: string | null;
  model?: { id: string; dimensions: number };
}

const resultOf = (job: Job): Told => (job.result === null ? {} : (JSON.parse(job.result) as Told));

type StageName = "embed" | "write" | "index";

function rateIn(job: Job, name: StageName): Rate {
  const stages = (JSON.parse(job.stages) as StageRecord[]).filter(({ stage, done, seconds }) => stage === name && done >= LEAST && seconds > 0);
  const done = stages.reduce((sum, stage) => sum + stage.done, 0);
  const seconds = stages.reduce((sum, stage) => sum + stage.seconds, 0);
  return done > 0 ? { value: done / seconds, from: `job ${job.id}` } : null;
}

/** The latest rate by the model, else by any: a guess is better than none. */
function latest(jobs: Job[], name: StageName, model: string): Rate {
  const own = jobs.filter((job) => resultOf(job).model?.id === model);
  return [...own, ...jobs].map((job) => rateIn(job, name)).find((rate) => rate !== null) ?? null;
}

interface Rates {
  embed: Rate;
  /** Reading vectors from the database and writing them to the generation. */
  write: Rate;
  index: Rate;
}

/** Captions a second in the last jobs, and seconds that a gate took for each caption. */
export async function findRates(db: Database, model: string): Promise<Rates & { gate: number | null }> {
  const jobs = await findJobs(db, { states: ["done", "failed"], kinds: ["ingest", "reindex"], limit: LOOKED_AT });
  return { embed: latest(jobs, "embed", model), write: latest(jobs, "write", model), index: latest(jobs, "index", model), gate: await findGateCost(db, jobs) };
}

async function findGateCost(db: Database, jobs: Job[]): Promise<number | null> {
  const id = jobs.map((job) => resultOf(job).generation).find((generation) => typeof generation === "string");
  const row = id ? await findGeneration(db, id) : null;
  const gate = row?.gate ? (JSON.parse(row.gate) as GateReport) : null;
  return gate && row && row.count > 0 ? gate.seconds / row.count : null;
}
