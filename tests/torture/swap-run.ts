import { setTimeout as wait } from "node:timers/promises";
import path from "node:path";
import { readFile } from "node:fs/promises";
import { connect, type Database } from "@/lib/database/client";
import { SearchLoad, type Sample } from "@/lib/features/evaluation/swap/search-load";
import { switchGeneration } from "@/lib/features/reindexing/switch-generation";
import { viewLabels } from "@/lib/vector-index/label-columns";
import type { Server } from "./app-process";
import { QUERIES } from "./corpus";
import { reindexTask, submit, waitForEnd } from "./jobs";

const PER_SECOND = 20;

export interface SwapReport {
  searches: number;
  failures: string[];
  /** Answers with a caption that the generation they name does not have, or that differ from its others to the same query. */
  mixed: string[];
  /** How many answers named each generation. */
  generations: Record<string, number>;
  /** Milliseconds: before, while the re-index ran, and within two seconds around each change of the generation. */
  latency: Record<"before" | "reindex" | "swaps", { p50: number; p99: number; searches: number }>;
}

function latencyOf(samples: Sample[]) {
  const sorted = samples.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
  return { p50: at(0.5), p99: at(0.99), searches: sorted.length };
}

async function captionsOf(dataDir: string, generation: string): Promise<Set<string>> {
  const { captionIds } = viewLabels(new Uint8Array(await readFile(path.join(dataDir, "generations", generation, "labels.bin"))));
  return new Set([...captionIds].map(String));
}

async function findMixed(dataDir: string, samples: Sample[]): Promise<string[]> {
  const known = new Map<string, Set<string>>();
  const first = new Map<string, string>();
  const faults: string[] = [];
  for (const { query, answer } of samples) {
    if (!answer) continue;
    const { generation, captions } = answer;
    if (!known.has(generation)) known.set(generation, await captionsOf(dataDir, generation));
    const strange = captions.split(" ").filter((id) => !known.get(generation)?.has(id));
    if (strange.length > 0) faults.push(`${generation} answered "${query}" with captions it does not have: ${strange.join(", ")}`);
    const key = `${generation} ${query}`;
    if (captions !== (first.get(key) ?? captions)) faults.push(`${generation} answered "${query}" with ${captions}, before with ${first.get(key)}`);
    first.set(key, captions);
  }
  return faults;
}

class SwapRun {
  private readonly changes: number[] = [];

  constructor(private readonly db: Database, private readonly dataDir: string, private readonly server: Server) {}

  async activate(id: string): Promise<void> {
    await switchGeneration(this.db, this.dataDir, id);
    await this.untilServed(id);
  }

  async untilServed(id: string): Promise<void> {
    await this.server.waitForHealth(({ generation }) => generation === id);
    this.changes.push(performance.now());
  }

  isNearChange = ({ at }: Sample) => this.changes.some((change) => Math.abs(at - change) < 2000);
}

/**
 * Searches 20 times a second while a re-index to English captions alone is built and activated, and while people go back and forth between
 * both generations: one activation by the job, then a rollback, an activation and a rollback by hand. A worker has to be running.
 */
export async function runSwaps(dataDir: string, server: Server, { seconds }: { seconds: number }): Promise<SwapReport> {
  const db = connect(dataDir);
  const run = new SwapRun(db, dataDir, server);
  const load = new SearchLoad(server.url, QUERIES, PER_SECOND);
  try {
    const first = (await server.waitForHealth(({ generation }) => generation !== null)).generation ?? "";
    await wait(1000 * seconds);
    const building = performance.now();
    const job = await waitForEnd(db, await submit(db, reindexTask({ selection: { languages: ["en"] }, full: true, force: true, encoder: { device: "cpu" } })));
    if (job.state !== "done") throw new Error(`The re-index is ${job.state}: ${job.error}`);
    const built = performance.now();
    const second = (await db.generation.findFirstOrThrow({ where: { state: "active" } })).id;
    await run.untilServed(second);
    for (const id of [first, second, first]) {
      await wait(1000 * seconds);
      await run.activate(id);
    }
    await wait(1000 * seconds);
    await load.stop();
    const { samples } = load;
    const generations: Record<string, number> = {};
    for (const { answer } of samples) if (answer) generations[answer.generation] = (generations[answer.generation] ?? 0) + 1;
    return {
      searches: samples.length,
      failures: samples.flatMap(({ failure, query }) => (failure === null ? [] : [`"${query}": ${failure}`])),
      mixed: await findMixed(dataDir, samples),
      generations,
      latency: {
        before: latencyOf(samples.filter(({ at }) => at < building)),
        reindex: latencyOf(samples.filter(({ at }) => at >= building && at < built)),
        swaps: latencyOf(samples.filter(run.isNearChange)),
      },
    };
  } finally {
    await load.stop();
    await db.$disconnect();
  }
}
