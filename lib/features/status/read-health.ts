import packageJson from "@/package.json";
import type { DeviceChoice } from "@/lib/core/devices";
import { AppError, toAppError } from "@/lib/core/errors";
import { findRunningJob } from "@/lib/database/jobs";
import { searchEngine, type SearchEngine } from "@/lib/features/serving/search-engine";
import { findDataFaults } from "./find-data-faults";
import type { Health, HealthStatus } from "./status-types";

/** Milliseconds that a look-up may take: who asks how the server is wants to know it now. */
const PATIENCE = 5000;

/** @throws AppError `database_busy` where the work takes longer; it goes on */
async function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError("database_busy", `The database has not answered within ${PATIENCE / 1000} seconds. Another process may have locked it: wait until it is done, or stop it.`)), PATIENCE);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function readJob(engine: SearchEngine): Promise<Health["job"]> {
  const job = await findRunningJob(await engine.openDatabase());
  return job && { kind: job.kind, stage: job.stage, done: job.done, total: job.total, ...describeDevice(job.device) };
}

/** What a job embeds on, and why not on others, from its row. */
function describeDevice(json: string | null): Pick<NonNullable<Health["job"]>, "device" | "passedOver"> {
  if (json === null) return { device: null, passedOver: [] };
  const { device, reports } = JSON.parse(json) as DeviceChoice;
  return { device, passedOver: reports.flatMap((report) => (report.outcome === "passed over" ? [{ device: report.device, reason: report.reason ?? "" }] : [])) };
}

async function readModel(engine: SearchEngine): Promise<Health["model"]> {
  // Where the index's own encoder is missing, the bundled one answers nothing.
  if (!engine.manifest && engine.problems.length > 0) return null;
  const { model, device } = await engine.describeEmbedder();
  return { id: model.name, dimensions: engine.manifest?.model.dimensions ?? model.dimensions, device };
}

/** What lets no search answer, though an index is loaded: texts and images come from the database. */
const FATAL = new Set<string>(["database_damaged", "database_unavailable"]);

/** Without a usable index the server is failing where one should be there, else building or waiting for captions. */
function statusOf(engine: SearchEngine, problems: Health["problems"]): HealthStatus {
  if (problems.some(({ code }) => FATAL.has(code))) return "failing";
  if (engine.manifest) return problems.length > 0 ? "degraded" : "ok";
  return problems.length > 0 ? "failing" : "building";
}

/** The first of each kind and wording: several look-ups meet the same fault. */
function distinct(problems: Health["problems"]): Health["problems"] {
  return [...new Map(problems.map((problem) => [`${problem.code} ${problem.message}`, problem])).values()];
}

/** How the server is. Never throws: what goes wrong is the answer. */
export async function readHealth(): Promise<Health> {
  const engine = searchEngine();
  const problems: Health["problems"] = [];
  const tell = (error: unknown) => {
    const { code, message } = toAppError(error);
    problems.push({ code, message });
    return null;
  };
  const job = await within(readJob(engine)).catch(tell);
  await within(engine.refresh({ wait: true })).catch(tell);
  const model = await readModel(engine).catch(tell);
  problems.push(...engine.problems, ...(await findDataFaults(engine.dataDir)));
  return {
    status: statusOf(engine, problems),
    version: packageJson.version,
    generation: engine.manifest?.id ?? null,
    active: engine.active,
    model,
    problems: distinct(problems),
    job,
    uptime: engine.uptime,
  };
}
