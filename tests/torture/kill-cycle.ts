import path from "node:path";
import { connect, type Database } from "@/lib/database/client";
import { migrate } from "@/lib/database/migrate";
import { configureConnection } from "@/lib/database/client";
import { retryJob } from "@/lib/features/jobs/retry-job";
import { seededRandom } from "@/lib/core/random";
import { Server, startWorker, type AppProcess } from "./app-process";
import { type DataState, findDifferences, readDataState } from "./data-state";
import { killRunner, submit, type Task, waitForEnd, waitWithin } from "./jobs";

/** Who is killed. The runner is the process that does the job, the worker the one that starts it. */
export const VICTIMS = ["runner", "worker", "server", "worker and server", "runner and worker"] as const;
export type Victim = (typeof VICTIMS)[number];

/** A cycle without kills: how long each task takes, and what it should leave. */
export interface Reference {
  /** Corrected by later cycles, as machines are busy now and idle then: kills are to fall all over a task. */
  milliseconds: number[];
  states: DataState[];
}

export interface CycleReport {
  kills: Record<Victim, number>;
  /** Jobs that ended as failed because their processes were killed again and again without getting on, and were started again. */
  givenUp: number;
  /** What is not as in the reference, each with the seed and the moments of the kills. */
  faults: string[];
}

async function openDatabase(dataDir: string): Promise<Database> {
  await migrate(dataDir);
  const db = connect(dataDir);
  await configureConnection(db);
  return db;
}

/** Does the tasks one after another, undisturbed. */
export async function runReference(dataDir: string, tasks: Task[]): Promise<Reference> {
  const db = await openDatabase(dataDir);
  const worker = startWorker(dataDir);
  const reference: Reference = { milliseconds: [], states: [] };
  try {
    for (const task of tasks) {
      const start = performance.now();
      const job = await waitForEnd(db, await submit(db, task));
      if (job.state !== "done") throw new Error(`${task.kind} is ${job.state} without any kill: ${job.error}`);
      reference.milliseconds.push(performance.now() - start);
      reference.states.push(await readDataState(dataDir));
    }
    return reference;
  } finally {
    await worker.kill("SIGTERM");
    await db.$disconnect();
  }
}

interface CycleOptions {
  dataDir: string;
  tasks: Task[];
  reference: Reference;
  seed: number;
  killsPerTask: number;
  /** Who may be killed. */
  victims?: readonly Victim[];
  /** Searches meanwhile; null: no server runs. */
  serve?: boolean;
  log?: (line: string) => void;
}

/** Does the tasks with kills at random moments of each, and compares what they leave with the reference. The seed decides moments and victims. */
export async function runKillCycle(options: CycleOptions): Promise<CycleReport> {
  const db = await openDatabase(options.dataDir);
  const cycle = new KillCycle(db, options);
  try {
    await cycle.start();
    const { milliseconds, states } = options.reference;
    for (const [i, task] of options.tasks.entries()) milliseconds[i] = await cycle.run(task, milliseconds[i] ?? 0, states[i] as DataState);
    await cycle.verify();
    return cycle.report;
  } finally {
    await cycle.stop();
    await db.$disconnect();
  }
}

class KillCycle {
  readonly report: CycleReport = { kills: { runner: 0, worker: 0, server: 0, "worker and server": 0, "runner and worker": 0 }, givenUp: 0, faults: [] };
  private readonly random: () => number;
  private worker: AppProcess;
  private server: Server | null = null;
  private moments: string[] = [];

  constructor(private readonly db: Database, private readonly options: CycleOptions) {
    this.random = seededRandom(options.seed);
    this.worker = startWorker(options.dataDir);
  }

  async start(): Promise<void> {
    if (this.options.serve) this.server = await Server.start(this.options.dataDir);
  }

  async stop(): Promise<void> {
    await this.worker.kill("SIGTERM");
    await this.server?.kill();
  }

  /** @param milliseconds that the task takes undisturbed @returns the same, corrected where this was seen to be wrong */
  async run(task: Task, milliseconds: number, expected: DataState): Promise<number> {
    this.moments = [];
    let start = performance.now();
    const id = await submit(this.db, task);
    for (let kill = 0; kill < this.options.killsPerTask; kill++) {
      const moment = this.random() * milliseconds;
      const victim = this.chooseVictim();
      if (await waitWithin(this.db, id, moment)) break;
      await this.kill(victim, id);
      this.moments.push(`${victim} after ${Math.round(moment)} ms`);
      start = performance.now();
    }
    await this.finish(task, id);
    const took = performance.now() - start;
    const differences = findDifferences(await readDataState(this.options.dataDir), expected);
    if (differences.length > 0) this.fault(task, `${differences.length} differences: ${differences.slice(0, 8).join("; ")}`);
    await this.checkServer(task);
    return this.moments.length === 0 ? took : Math.max(took, milliseconds);
  }

  /** As npm run check does. */
  async verify(): Promise<void> {
    const task: Task = { kind: "verify", parameters: {} };
    const job = await waitForEnd(this.db, await submit(this.db, task));
    const { ok } = JSON.parse(job.result ?? "{}") as { ok?: boolean };
    if (!ok) this.fault(task, `job ${job.id} is ${job.state}: ${job.error ?? job.result}`);
  }

  private chooseVictim(): Victim {
    const victims = (this.options.victims ?? VICTIMS).filter((victim) => this.server !== null || !victim.includes("server"));
    return victims[Math.floor(this.random() * victims.length)] as Victim;
  }

  private async kill(victim: Victim, jobId: number): Promise<void> {
    this.report.kills[victim]++;
    // Where no process has the job yet, its worker goes instead.
    const worker = victim.includes("worker") || (victim === "runner" && !(await killRunner(this.db, jobId)));
    if (victim === "runner and worker") await killRunner(this.db, jobId);
    await Promise.all([worker && this.worker.kill(), victim.includes("server") && this.server?.kill()]);
    if (worker) this.worker = startWorker(this.options.dataDir);
    if (victim.includes("server")) this.server?.restart();
  }

  private async finish(task: Task, id: number): Promise<void> {
    const job = await waitForEnd(this.db, id);
    if (job.state === "done") return;
    // Three crashes in a row before the job got anywhere: that is told, and the next try gets on.
    if (job.state === "failed" && this.moments.length >= 3) {
      this.report.givenUp++;
      const again = await waitForEnd(this.db, (await retryJob(this.db, id, "torture")).id);
      if (again.state === "done") return;
    }
    this.fault(task, `job ${id} is ${job.state}: ${job.error} ${job.causes ?? ""}`);
  }

  private async checkServer(task: Task): Promise<void> {
    if (!this.server) return;
    const active = await this.db.generation.findFirst({ where: { state: "active" } });
    try {
      await this.server.waitForHealth((health) => health.generation === active?.id && health.problems.length === 0);
    } catch (error) {
      this.fault(task, (error as Error).message);
    }
  }

  private fault(task: Task, what: string): void {
    const { seed, dataDir, log } = this.options;
    const line = `seed ${seed}, ${task.kind} (${this.moments.join(", ")}), ${path.basename(dataDir)}: ${what}`;
    this.report.faults.push(line);
    log?.(`FAULT ${line}`);
  }
}
