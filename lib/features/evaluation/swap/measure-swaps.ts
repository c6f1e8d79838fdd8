import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "@/lib/core/errors";
import { database } from "@/lib/database/client";
import { type Latency, latencyOf } from "@/lib/features/evaluation/latency";
import { switchGeneration } from "@/lib/features/reindexing/switch-generation";
import type { Health } from "@/lib/features/status/status-types";
import { askOnce, SearchLoad, type Sample } from "./search-load";

/** Milliseconds between two looks at the server's health, and that a swap may take. */
const LOOK_EVERY = 500;
const SWAP_WITHIN = 120_000;
/** Milliseconds after a swap that still count as during it: the old generation goes then. */
const SETTLING = 1000;

interface SwapOptions {
  url: string;
  /** The server's data folder, which is written. */
  dataDir: string;
  /** The active one first. They answer differently. */
  generations: [string, string];
  queries: string[];
  perSecond: number;
  swaps: number;
  /** Before the first and after the last swap. */
  seconds: number;
  /** Bytes that the server takes; null where that cannot be told. */
  readMemory: () => Promise<number | null>;
  print: (line: string) => void;
}

type Phase = Latency & { longest: number; searches: number };

export interface SwapMeasurement {
  before: Phase;
  during: Phase;
  after: Phase;
  /** Of each swap, from the activation until searches use the new generation. */
  swapSeconds: number[];
  failures: string[];
  /** Answers whose captions are not those of the generation that they name. */
  mixed: number;
  /** Megabytes. */
  memory: { before: number | null; peak: number | null; after: number | null };
}

async function servingId(url: string): Promise<string | null> {
  return ((await (await fetch(`${url}/api/v1/health`)).json()) as Health).generation;
}

async function swapTo(id: string, { url, dataDir }: SwapOptions): Promise<{ from: number; to: number }> {
  const from = performance.now();
  await switchGeneration(database(dataDir), dataDir, id);
  while ((await servingId(url)) !== id) {
    if (performance.now() - from > SWAP_WITHIN) throw new AppError("internal", `The server did not take up the generation ${id}.`);
    await sleep(LOOK_EVERY);
  }
  return { from, to: performance.now() };
}

/** What a generation answers when nothing else goes on. */
async function learn({ url, queries }: SwapOptions, into: Map<string, string>): Promise<void> {
  for (const query of queries) {
    const { answer } = await askOnce(url, query);
    if (answer) into.set(`${answer.generation} ${query}`, answer.captions);
  }
}

function describe(samples: Sample[]): Phase {
  const times = samples.map(({ ms }) => ms);
  return { ...latencyOf(times), longest: times.length === 0 ? NaN : Math.max(...times), searches: times.length };
}

/** Reads the server's memory now and then. */
class MemoryWatch {
  peak: number | null = null;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly read: () => Promise<number | null>) {
    this.timer = setInterval(() => void this.now(), 100);
  }

  async now(): Promise<number | null> {
    const bytes = await this.read();
    if (bytes !== null) this.peak = Math.max(this.peak ?? 0, bytes);
    return bytes;
  }

  stop(): void {
    clearInterval(this.timer);
  }
}

const megabytes = (bytes: number | null) => (bytes === null ? null : Math.round(bytes / 1e6));

/** Searches at a steady rate while generations are swapped to and fro. */
export async function measureSwaps(options: SwapOptions): Promise<SwapMeasurement> {
  const { url, generations, queries, perSecond, swaps, seconds, print } = options;
  const expected = new Map<string, string>();
  print("learning what each generation answers …");
  await learn(options, expected);
  await swapTo(generations[1], options);
  await learn(options, expected);
  await swapTo(generations[0], options);
  await sleep(SETTLING);

  const memory = new MemoryWatch(options.readMemory);
  const memoryBefore = await memory.now();
  const load = new SearchLoad(url, queries, perSecond);
  print(`${perSecond} searches a second; before the first swap …`);
  await sleep(seconds * 1000);
  const spans: { from: number; to: number }[] = [];
  for (let swap = 1; swap <= swaps; swap++) {
    print(`swap ${swap} of ${swaps} …`);
    spans.push(await swapTo(generations[swap % 2] as string, options));
    await sleep(2 * SETTLING);
  }
  await sleep(seconds * 1000);
  await load.stop();
  memory.stop();

  const { samples } = load;
  const [first, last] = [spans[0]?.from ?? Infinity, (spans.at(-1)?.to ?? 0) + SETTLING];
  const wrong = ({ query, answer }: Sample) => answer !== null && expected.get(`${answer.generation} ${query}`) !== answer.captions;
  return {
    before: describe(samples.filter(({ at, ms }) => at + ms < first)),
    during: describe(samples.filter(({ at, ms }) => spans.some(({ from, to }) => at + ms >= from && at <= to + SETTLING))),
    after: describe(samples.filter(({ at }) => at > last)),
    swapSeconds: spans.map(({ from, to }) => (to - from) / 1000),
    failures: samples.flatMap(({ failure }) => failure ?? []),
    mixed: samples.filter(wrong).length,
    memory: { before: megabytes(memoryBefore), peak: megabytes(memory.peak), after: megabytes(await options.readMemory()) },
  };
}
