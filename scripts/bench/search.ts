import path from "node:path";
import autocannon from "autocannon";
import { AppError } from "@/lib/core/errors";
import { readEnv } from "@/lib/core/env";
import { type Latency, latencyOf } from "@/lib/features/evaluation/latency";
import { measureSearchFloor, sampleQueries } from "@/lib/features/evaluation/measure-search-floor";
import { defineCommand } from "../cli/command";
import { parseCount } from "../cli/parse-count";
import { runAsMain } from "../cli/run-command";
import { findFreePort } from "../setup/port.mjs";
import { startAppServer } from "../setup/app-server.mjs";
import { openLoop, type OpenLoopResult } from "./open-loop";

interface Options {
  data?: string;
  queries: number;
  seconds: number;
  remembered: boolean;
}

interface Result {
  captions: number;
  startSeconds: { health: number; firstAnswer: number };
  floor: Latency;
  semantic: Latency & { ratioToFloor: number };
  http: (Latency & { connections: number; requestsPerSecond: number; ratioToFloor: number })[];
  /** Sent by the clock, at shares of the highest load of those above. */
  open: (OpenLoopResult & { share: number; p99ToP50: number })[];
}

/** Shares of the highest load: a class that keeps the server busy, and twice what it can answer. */
const SHARES = [0.8, 2];

const searchOf = (q: string) => `/api/v1/search?q=${encodeURIComponent(q)}&limit=20`;

async function load(url: string, queries: string[], connections: number, seconds: number) {
  const requests = queries.map((q) => ({ path: searchOf(q) }));
  const result = await autocannon({ url, connections, duration: seconds, requests });
  if (result.non2xx > 0 || result.errors > 0) throw new AppError("internal", `${result.non2xx + result.errors} of ${result.requests.total} requests failed under load.`);
  return { p50: result.latency.p50, p99: result.latency.p99, requestsPerSecond: Math.round(result.requests.average) };
}

/** One request after another, timed here: autocannon's histogram is in whole milliseconds. */
async function oneByOne(url: string, queries: string[], modes: readonly string[] = ["hybrid"]): Promise<Latency[]> {
  const times = modes.map((): number[] => []);
  for (const q of queries) {
    // Each mode of one query after another, so that the machine's moods meet all alike.
    for (const [i, mode] of modes.entries()) times[i]!.push(await timeOf(`${url}/api/v1/search?${new URLSearchParams({ q, mode, limit: "20" })}`));
  }
  return times.map(latencyOf);
}

async function timeOf(url: string): Promise<number> {
  const start = performance.now();
  const response = await fetch(url);
  await response.arrayBuffer();
  if (!response.ok) throw new AppError("internal", `A search answered ${response.status}.`);
  return performance.now() - start;
}

const row = (cells: (string | number)[]) => `| ${cells.join(" | ")} |`;

function present({ captions, startSeconds, floor, semantic, http, open }: Result): string {
  return [
    `${captions} captions; start to health ${startSeconds.health.toFixed(2)} s, to the first answer ${startSeconds.firstAnswer.toFixed(2)} s`,
    "",
    row(["what", "p50 ms", "p99 ms", "requests/s", "p50 ÷ floor"]),
    row(["---", "---:", "---:", "---:", "---:"]),
    row(["encoder + HNSW alone", floor.p50.toFixed(2), floor.p99.toFixed(2), "", "1"]),
    row(["HTTP, by meaning alone", semantic.p50.toFixed(2), semantic.p99.toFixed(2), "", semantic.ratioToFloor.toFixed(2)]),
    ...http.map((h) => row([`HTTP, ${h.connections} at once`, h.p50.toFixed(2), h.p99.toFixed(2), h.requestsPerSecond, h.ratioToFloor.toFixed(2)])),
    "",
    row(["sent by the clock", "requests/s", "refused", "answered/s", "p50 ms", "p99 ms", "p99 ÷ p50", "refusal p50 ms"]),
    row(["---", "---:", "---:", "---:", "---:", "---:", "---:", "---:"]),
    ...open.map((o) => row([`${o.share * 100} % of the highest load`, o.rate.toFixed(0), `${(o.refused * 100).toFixed(1)} %`, o.answered.toFixed(0), o.accepted.p50.toFixed(1), o.accepted.p99.toFixed(1), o.p99ToP50.toFixed(2), Number.isNaN(o.refusal.p50) ? "" : o.refusal.p50.toFixed(1)])),
    "",
    `A search by words and meaning takes ${((http[0]?.p50 ?? NaN) / semantic.p50).toFixed(2)} of one by meaning alone (p50).`,
  ].join("\n");
}

export const command = defineCommand<Options, Result>({
  name: "bench:search",
  summary: "Measure search over HTTP beside the encoder and HNSW alone.",
  description: "Starts the built app on a data folder and sends it queries (captions of the folder, shortened), beside the same queries answered by encoder and HNSW alone, in one run. Build the app first (npm run build), and fill the folder with bench:ingest.",
  configure: (program) =>
    program
      .option("--data <folder>", "data folder with an index (default: bench/ingest in the data folder)")
      .option("--queries <n>", "different queries", parseCount, 500)
      .option("--remembered", "let the server remember the vectors of queries; otherwise each is embedded, as by the floor", false)
      .option("--seconds <n>", "length of each load", parseCount, 10),
  run: async ({ options, print, signal }) => {
    const dataDir = path.resolve(options.data ?? path.join(readEnv().dataDir, "bench", "ingest"));
    const queries = await sampleQueries(dataDir, options.queries);
    const port = await findFreePort();
    const start = performance.now();
    const server = await startAppServer({ port, env: { KOTOMAP_DATA_DIR: dataDir, LOG_LEVEL: "error", KOTOMAP_SEARCHES_PER_MINUTE: "0", ...(!options.remembered && { KOTOMAP_QUERY_MEMORY: "0" }) }, signal });
    try {
      const health = (performance.now() - start) / 1000;
      await oneByOne(server.url, queries.slice(0, 1));
      const firstAnswer = (performance.now() - start) / 1000;
      await oneByOne(server.url, queries.slice(0, 100));
      print("measuring encoder + HNSW alone …");
      const { latency: floor, captions } = await measureSearchFloor(dataDir, queries);
      print("measuring over HTTP …");
      const [single, semantic] = (await oneByOne(server.url, queries, ["hybrid", "semantic"])) as [Latency, Latency];
      const http: Result["http"] = [{ ...single, connections: 1, requestsPerSecond: Math.round(1000 / single.p50), ratioToFloor: single.p50 / floor.p50 }];
      for (const connections of [4, 16]) {
        const measured = await load(server.url, queries, connections, options.seconds);
        http.push({ ...measured, connections, ratioToFloor: measured.p50 / floor.p50 });
      }
      print("measuring by the clock …");
      const highest = Math.max(...http.map(({ requestsPerSecond }) => requestsPerSecond));
      const open: Result["open"] = [];
      for (const share of SHARES) {
        const measured = await openLoop({ url: server.url, paths: queries.map(searchOf), rate: highest * share, seconds: options.seconds });
        open.push({ ...measured, share, p99ToP50: measured.accepted.p99 / measured.accepted.p50 });
      }
      return { captions, startSeconds: { health, firstAnswer }, floor, semantic: { ...semantic, ratioToFloor: semantic.p50 / floor.p50 }, http, open };
    } finally {
      await server.stop();
    }
  },
  present,
});

runAsMain(command, import.meta.url);
