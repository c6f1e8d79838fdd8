import { rm } from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/lib/core/errors";
import { formatDuration } from "@/scripts/setup/duration.mjs";
import { killTasks } from "./kill-tasks";
import { runKillCycle, runReference, VICTIMS, type Victim } from "./kill-cycle";

/** A third crash in a row before a job gets anywhere ends it. */
const KILLS_PER_TASK = 2;

interface KillsOptions {
  kills: number;
  images: number;
  seed: number;
  /** Keeps the data folders of cycles with faults. */
  folder: string;
  print: (line: string) => void;
  signal: AbortSignal;
}

export interface KillsReport {
  cycles: number;
  kills: Record<Victim, number>;
  faults: string[];
  seconds: number;
  /** Seconds that each task takes undisturbed. */
  undisturbed: number[];
}

const sum = (kills: Record<Victim, number>) => Object.values(kills).reduce((total, one) => total + one, 0);

/** Cycle after cycle until enough were killed, each on a new data folder. @throws AppError `cancelled` */
export async function runKills({ kills, images, seed, folder, print, signal }: KillsOptions): Promise<KillsReport> {
  const start = performance.now();
  const tasks = await killTasks(folder, images);
  const reference = await runReference(path.join(folder, "reference"), tasks);
  const undisturbed = reference.milliseconds.map((milliseconds) => milliseconds / 1000);
  print(`Undisturbed: ${tasks.map(({ kind }, i) => `${kind} ${(undisturbed[i] ?? 0).toFixed(1)} s`).join(", ")}`);
  const report: KillsReport = { cycles: 0, kills: Object.fromEntries(VICTIMS.map((victim) => [victim, 0])) as KillsReport["kills"], faults: [], seconds: 0, undisturbed };
  for (let next = seed; sum(report.kills) < kills; next++) {
    if (signal.aborted) throw new AppError("cancelled", "Stopped.");
    const dataDir = path.join(folder, `seed-${next}`);
    const cycle = await runKillCycle({ dataDir, tasks, reference, seed: next, killsPerTask: KILLS_PER_TASK, serve: true, log: print });
    report.cycles++;
    for (const victim of VICTIMS) report.kills[victim] += cycle.kills[victim];
    report.faults.push(...cycle.faults);
    if (cycle.faults.length === 0) await rm(dataDir, { recursive: true, force: true });
    report.seconds = (performance.now() - start) / 1000;
    print(`seed ${next}: ${sum(report.kills)} of ${kills} kills, ${report.faults.length} faults, ${formatDuration(report.seconds)}`);
  }
  return report;
}
