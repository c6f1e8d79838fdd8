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

/** Lays out what a folder holds and writes coordinates to `output`. */
export async function layOutFiles(folder: string, output: string, { perplexity, iterations, threads }: LayoutSettings): Promise<LayoutRun> {
  const input = await readLayoutFiles(folder);
  const started = performance.now();
  const before = process.cpuUsage();
  const { positions, divergence } = await layOutInThreads({ ...input, mayOverwrite: true }, { perplexity, iterations }, {}, threads);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  await writePositions(output, positions);
  return { seconds, processorSeconds: (user + system) / 1e6, peakMegabytes, divergence };
}
