import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseCount } from "@/scripts/cli/parse-count";
import { defineCommand, type CommandContext } from "@/scripts/cli/command";
import { runAsMain } from "@/scripts/cli/run-command";
import { runKills, type KillsReport } from "./kills-run";
import { OwnData } from "./own-data";
import { presentTorture } from "./present-torture";
import { runLocked, type LockedReport } from "./locked-run";
import { runSwaps, type SwapReport } from "./swap-run";

/** Milliseconds: longer than anything waits for a locked database. */
const LOCKED = 45_000;

interface Options {
  kills: number;
  images: number;
  seed?: number;
  swaps: boolean;
}

export interface TortureReport {
  kills: KillsReport;
  swaps: SwapReport | null;
  locked: LockedReport | null;
  /** Whether nothing was lost, mixed or left over. */
  survived: boolean;
}

/** With a server and a worker of its own. */
async function withApp<T>(images: number, work: (data: OwnData, server: Awaited<ReturnType<OwnData["startServer"]>>) => Promise<T>): Promise<T> {
  const data = await OwnData.make();
  try {
    data.startWorker();
    await data.ingest(images);
    return await work(data, await data.startServer());
  } finally {
    await data.end();
  }
}

async function torture({ options, print, signal }: CommandContext<Options>): Promise<TortureReport> {
  const folder = await mkdtemp(path.join(tmpdir(), "kotomap-torture-"));
  const { images } = options;
  const kills = await runKills({ ...options, folder, seed: options.seed ?? Math.floor(Math.random() * 1e6), print, signal });
  if (kills.faults.length === 0) await rm(folder, { recursive: true, force: true });
  const swaps = options.swaps ? await withApp(images, (data, server) => runSwaps(data.dataDir, server, { seconds: 5 })) : null;
  const locked = options.swaps ? await withApp(images, (data, server) => runLocked(data, server, LOCKED)) : null;
  const survived = kills.faults.length === 0 && (swaps?.failures.length ?? 0) + (swaps?.mixed.length ?? 0) === 0 && (locked?.failures.length ?? 0) === 0;
  return { kills, swaps, locked, survived };
}

export const command = defineCommand<Options, TortureReport>({
  name: "torture",
  summary: "Kill worker, server and jobs at random moments and see that nothing is lost (for contributors).",
  description:
    "Ingests and re-indexes made-up captions while the processes that do it are killed with SIGKILL at random moments and started again; after every job captions, vectors and index are compared with those of an " +
    "uninterrupted run. Then searches 20 times a second while generations are swapped, and locks the database for longer than anything waits. Works in a temporary folder and needs a built app; npm run verify has a short form.",
  examples: [
    { line: "npm run torture -- --kills 200", about: "The long form; it takes half an hour to an hour." },
    { line: "npm run torture -- --kills 8 --seed 41 --no-swaps", about: "The same victims at the same moments again." },
  ],
  configure: (program) =>
    program
      .option("--kills <n>", "go on until so many processes were killed", parseCount, 200)
      .option("--images <n>", "made-up images, each with five captions", parseCount, 300)
      .option("--seed <n>", "decides victims and moments of the first cycle; each further one takes the next number", parseCount)
      .option("--no-swaps", "only kill"),
  run: torture,
  present: presentTorture,
});

runAsMain(command, import.meta.url);
