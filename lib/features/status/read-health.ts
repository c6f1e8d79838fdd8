import packageJson from "@/package.json";
import type { DeviceChoice } from "@/lib/core/devices";
import { toAppError } from "@/lib/core/errors";
import { findRunningJob } from "@/lib/database/jobs";
import { searchEngine, type SearchEngine } from "@/lib/features/serving/search-engine";
import type { Health, HealthStatus } from "./status-types";

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
  if (!engine.current && engine.problems.length > 0) return null;
  const { model, device } = await engine.openEmbedder();
  return { id: model.name, dimensions: engine.current?.manifest.model.dimensions ?? model.dimensions, device };
}

/** Without a usable index the server is failing where one should be there, else building or waiting for captions. */
function statusOf(engine: SearchEngine, problems: Health["problems"]): HealthStatus {
  if (engine.current) return problems.length > 0 ? "degraded" : "ok";
  return problems.length > 0 ? "failing" : "building";
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
  const job = await readJob(engine).catch(tell);
  await engine.refresh({ wait: true }).catch(tell);
  const model = await readModel(engine).catch(tell);
  problems.push(...engine.problems);
  return {
    status: statusOf(engine, problems),
    version: packageJson.version,
    generation: engine.current?.manifest.id ?? null,
    model,
    problems,
    job,
    uptime: Math.round((Date.now() - engine.startedAt) / 1000),
  };
}
