import type { Database } from "@/lib/database/client";
import { findActiveGeneration } from "@/lib/database/generations";
import { listJobs } from "@/lib/features/jobs/list-jobs";
import { listWorkers } from "@/lib/features/jobs/list-workers";
import { viewGeneration } from "@/lib/features/reindexing/generation-view";
import { readHealth } from "@/lib/features/status/read-health";
import { readStats } from "@/lib/features/status/read-stats";
import type { Overview } from "./admin-types";
import { measureDisk } from "./measure-disk";
import { measureMemory } from "./measure-memory";

/** Running and queued jobs that are looked at. */
const MOST_ACTIVE = 200;

/** The state at a glance. */
export async function readOverview(db: Database, dataDir: string): Promise<Overview> {
  const [health, stats, active, disk, workers, jobs] = await Promise.all([
    readHealth(),
    readStats(),
    findActiveGeneration(db),
    measureDisk(dataDir),
    listWorkers(db),
    listJobs(db, { states: ["queued", "running"], limit: MOST_ACTIVE }),
  ]);
  const { version, uptime, status, problems, generation: serving, model } = health;
  const { captions, images, collections, pending } = stats;
  const running = jobs.filter(({ state }) => state === "running");
  return {
    version, uptime, status, problems,
    active: active && (await viewGeneration(active, dataDir)),
    serving, model, captions, images, collections, pending, disk,
    memory: measureMemory(),
    workers, running,
    queued: jobs.length - running.length,
  };
}
