import { layOutInThreads } from "@/lib/projection/threads/lay-out-in-threads";
import { readLayoutFiles, writePositions } from "./layout-files";

export interface LayoutRun {
  /** From the neighbours to the layout: affinities and optimisation. */
  seconds: number;
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
  const { positions, divergence } = await layOutInThreads(input, { perplexity, iterations }, {}, threads);
  const seconds = (performance.now() - started) / 1000;
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  await writePositions(output, positions);
  return { seconds, peakMegabytes, divergence };
}
