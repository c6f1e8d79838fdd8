import { logger } from "@/lib/core/logger";
import { processSingleton } from "@/lib/core/process-singleton";
import type { Database } from "@/lib/database/client";
import { findActiveGeneration } from "@/lib/database/generations";
import { listWorkers } from "@/lib/features/jobs/list-workers";
import { readStats } from "@/lib/features/status/read-stats";
import type { LiveOverview } from "./admin-types";
import { JobsWatch } from "./jobs-watch";
import { openData } from "./open-data";

/** Milliseconds between two looks. */
const LOOK_EVERY = 500;

/** What one look found, each part as JSON: parts are told where they differ from what was told before. */
export interface LiveState {
  /** By id. */
  jobs: ReadonlyMap<number, string>;
  overview: string;
}

export interface FeedListener {
  onState: (state: LiveState) => void;
  /** The server is stopping. */
  onEnd: () => void;
}

async function readLiveOverview(db: Database): Promise<LiveOverview> {
  const { generation, pending } = await readStats();
  return { workers: await listWorkers(db), serving: generation?.id ?? null, active: (await findActiveGeneration(db))?.id ?? null, pending };
}

/** Looks for all pages together, and only while one listens. */
export class LiveFeed {
  private readonly listeners = new Set<FeedListener>();
  private jobs = new JobsWatch();
  private running = false;

  constructor() {
    // A server that stops waits for its open answers.
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => this.listeners.forEach(({ onEnd }) => onEnd()));
  }

  /** @returns ends it */
  subscribe(listener: FeedListener): () => void {
    this.listeners.add(listener);
    if (!this.running) void this.run();
    return () => this.listeners.delete(listener);
  }

  private async run(): Promise<void> {
    this.running = true;
    this.jobs = new JobsWatch();
    while (this.listeners.size > 0) {
      await this.tell().catch((error: unknown) => logger().warn({ err: error }, "the state of the jobs could not be looked at"));
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    }
    this.running = false;
  }

  private async tell(): Promise<void> {
    const { db } = await openData();
    const jobs = await this.jobs.look(db);
    const state: LiveState = { jobs: new Map(jobs.map((job) => [job.id, JSON.stringify(job)])), overview: JSON.stringify(await readLiveOverview(db)) };
    for (const { onState } of this.listeners) onState(state);
  }
}

/** The server's feed. */
export const liveFeed = () => processSingleton("live feed", () => new LiveFeed());
