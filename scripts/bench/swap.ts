import path from "node:path";
import { readEnv } from "@/lib/core/env";
import { sampleQueries } from "@/lib/features/evaluation/measure-search-floor";
import { withTwin } from "@/lib/features/evaluation/swap/copy-with-twin";
import { measureSwaps, type SwapMeasurement } from "@/lib/features/evaluation/swap/measure-swaps";
import { defineCommand } from "../cli/command";
import { parseCount } from "../cli/parse-count";
import { runAsMain } from "../cli/run-command";
import { startAppServer } from "../setup/app-server.mjs";
import { findFreePort } from "../setup/port.mjs";
import { serverMemory } from "./server-memory";

interface Options {
  data?: string;
  swaps: number;
  seconds: number;
  rate: number;
  queries: number;
}

const row = (cells: (string | number)[]) => `| ${cells.join(" | ")} |`;

function present({ before, during, after, swapSeconds, failures, mixed, memory }: SwapMeasurement): string {
  const phases = { before, during, after };
  const seconds = swapSeconds.map((value) => value.toFixed(1)).join(", ");
  return [
    row(["searches", "number", "p50 ms", "p99 ms", "longest ms", "p99 ÷ before"]),
    row(["---", "---:", "---:", "---:", "---:", "---:"]),
    ...Object.entries(phases).map(([name, { searches, p50, p99, longest }]) => row([name, searches, p50.toFixed(1), p99.toFixed(1), longest.toFixed(1), (p99 / before.p99).toFixed(2)])),
    "",
    `Swaps took ${seconds} s. Failed searches: ${failures.length}. Answers that mix generations: ${mixed}.`,
    `Memory of the server: ${memory.before ?? "?"} MB before, ${memory.peak ?? "?"} MB at most, ${memory.after ?? "?"} MB after.`,
    ...new Set(failures),
  ].join("\n");
}

export const command = defineCommand<Options, SwapMeasurement>({
  name: "bench:swap",
  summary: "Measure searches while the server swaps one generation for another.",
  description: "Copies a data folder's database and index, with a second generation of the same size that answers differently, serves the built app on the copy and activates one and the other in turn while searches come in at a steady rate. Tells latency before, during and after, searches that failed, answers that are not of the generation they name, and memory. Build the app first (npm run build).",
  configure: (program) =>
    program
      .option("--data <folder>", "data folder with an index (default: bench/ingest in the data folder); it is only read")
      .option("--swaps <n>", "activations", parseCount, 6)
      .option("--seconds <n>", "measured before the first and after the last", parseCount, 20)
      .option("--rate <n>", "searches a second", parseCount, 20)
      .option("--queries <n>", "different queries", parseCount, 200),
  run: async ({ options, print, signal }) => {
    const dataDir = path.resolve(options.data ?? path.join(readEnv().dataDir, "bench", "ingest"));
    print("copying the data folder …");
    return withTwin(dataDir, async (copy) => {
      const queries = await sampleQueries(copy.dataDir, options.queries);
      const port = await findFreePort();
      const server = await startAppServer({ port, env: { KOTOMAP_DATA_DIR: copy.dataDir, LOG_LEVEL: "error", KOTOMAP_SEARCHES_PER_MINUTE: "0", KOTOMAP_QUERY_MEMORY: "0" }, signal });
      try {
        return await measureSwaps({ ...copy, url: server.url, queries, perSecond: options.rate, swaps: options.swaps, seconds: options.seconds, readMemory: () => serverMemory(port), print });
      } finally {
        await server.stop();
      }
    });
  },
  present,
});

runAsMain(command, import.meta.url);
