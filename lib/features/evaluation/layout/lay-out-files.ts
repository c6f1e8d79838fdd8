import { readFile } from "node:fs/promises";
import { layOutInThreads } from "@/lib/projection/threads/lay-out-in-threads";
import { readLayoutFiles, writePositions } from "./layout-files";

export interface LayoutRun {
  /** From the neighbours to the layout: affinities and optimisation. */
  seconds: number;
  /** Processor time of all threads meanwhile, which other programs on the machine change less. */
  processorSeconds: number;
  /** Of the process, from its start. */
  peakMegabytes: number;
  /** KL divergence in nats, as the program says it. */
  divergence: number;
}

export interface LayoutSettings {
  perplexity: number;
  iterations: number;
  threads: number;
}

/** What this program has held at most. The system's count for a process begins with what its parent held; on Linux that for its program does not. */
async function readPeak(): Promise<number> {
  const status = await readFile("/proc/self/status", "utf8").catch(() => "");
  const own = /^VmHWM:\s*(\d+) kB$/m.exec(status);
  return (own ? Number(own[1]) : process.resourceUsage().maxRSS) / 1024;
}

/** Lays out what a folder holds and writes coordinates to `output`. */
export async function layOutFiles(folder: string, output: string, { perplexity, iterations, threads }: LayoutSettings): Promise<LayoutRun> {
  const input = await readLayoutFiles(folder);
  const started = performance.now();
  const before = process.cpuUsage();
  const { positions, divergence } = await layOutInThreads({ ...input, mayOverwrite: true }, { perplexity, iterations }, {}, threads);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  const peakMegabytes = await readPeak();
  await writePositions(output, positions);
  return { seconds, processorSeconds: (user + system) / 1e6, peakMegabytes, divergence };
}
