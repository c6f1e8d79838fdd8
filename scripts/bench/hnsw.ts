import path from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { Option } from "commander";
import { readEnv } from "@/lib/core/env";
import { loadCaptionVectors, readVectors } from "@/lib/features/evaluation/caption-vectors";
import { everyNthRow } from "@/lib/features/evaluation/choose-queries";
import { answerExactly, type IndexMeasurement, measureIndex } from "@/lib/features/evaluation/measure-recall";
import { defineCommand, type CommandContext } from "../cli/command";
import { parseCount } from "../cli/parse-count";
import { runAsMain } from "../cli/run-command";
import { parseBuilds, type Build } from "./parse-builds";

interface Options {
  captions: string;
  queries?: string;
  vectors?: string;
  queryVectors?: string;
  dimensions: number;
  sample: number;
  k: number;
  ef: number[];
  build: Build[];
}

interface Result {
  vectors: number;
  dimensions: number;
  queries: number;
  k: number;
  exactRowsPerSecond: number;
  results: IndexMeasurement[];
}

type Reporting = Pick<CommandContext<Options>, "signal" | "report">;

const EFS = "16,32,64,100,160,256";
const BUILDS = "12/100,16/200,24/200,32/400";
const parseCounts = (text: string) => text.split(",").map(parseCount);

/** Vectors of the file where one is given, else of the captions, which are embedded once and kept. */
async function load(captions: string, vectorsFile: string | undefined, dimensions: number, { signal, report }: Reporting) {
  if (vectorsFile) return { vectors: await readVectors(vectorsFile), dimensions };
  const { dataDir, modelsDir } = readEnv();
  const onProgress = (done: number) => {
    signal.throwIfAborted();
    report({ stage: "embed", done, total: null, file: captions });
  };
  return loadCaptionVectors(captions, { modelsDir, cacheDir: path.join(dataDir, "bench"), onProgress });
}

/** Measuring leaves signals no turn to arrive: they get one between two measurements. */
async function checkStopped(signal: AbortSignal): Promise<void> {
  await nextTurn();
  signal.throwIfAborted();
}

async function measure(options: Options, reporting: Reporting): Promise<Result> {
  const { vectors, dimensions } = await load(options.captions, options.vectors, options.dimensions, reporting);
  const others = options.queryVectors ?? options.queries;
  const source = others ? (await load(options.queries ?? "", options.queryVectors, dimensions, reporting)).vectors : vectors;
  const exact = answerExactly(vectors, everyNthRow(source, dimensions, options.sample), dimensions, options.k);
  const results: IndexMeasurement[] = [];
  for (const build of options.build) {
    await checkStopped(reporting.signal);
    reporting.report({ stage: "measure", done: results.length, total: options.build.length, unit: "indexes" });
    results.push(await measureIndex(vectors, dimensions, build, options.ef, exact));
  }
  return { vectors: vectors.length / dimensions, dimensions, queries: exact.bars.length, k: options.k, exactRowsPerSecond: exact.rowsPerSecond, results };
}

function present({ vectors, dimensions, queries, k, exactRowsPerSecond, results }: Result): string {
  const lines = results.flatMap((r) =>
    r.searches.map((s) => [r.m, r.efConstruction, r.vectorsPerSecond, (r.bytes / 1e6).toFixed(0), s.ef, s.recall.toFixed(4), s.medianMs.toFixed(2), s.p95Ms.toFixed(2)].join(" | ")),
  );
  const head = ["M", "efConstruction", "vectors/s built", "index MB", "ef", `recall@${k}`, "ms a query, median", "p95"];
  const table = [head.join(" | "), head.map(() => "---:").join(" | "), ...lines].map((line) => `| ${line} |`).join("\n");
  return `${vectors} vectors of ${dimensions} dimensions, ${queries} queries; exact search ${exactRowsPerSecond} rows/s\n\n${table}`;
}

export const command = defineCommand<Options, Result>({
  name: "bench:hnsw",
  summary: "Measure the index: recall against exact search, time a query, build speed, size.",
  description: "Builds indexes over the vectors of a caption file and measures recall against exact search, time a query, build speed and size, by M, efConstruction and ef. Embedded captions are kept in the data folder (bench) for the next run.",
  configure: (program) =>
    program
      .option("--captions <file>", "caption file to index", "../shared/data/captions/multi30k-train-en.json")
      .option("--queries <file>", "caption file to take the queries from (default: captions of the index itself)")
      .option("--vectors <file>", "index these float32 vectors instead of captions")
      .option("--query-vectors <file>", "query with these float32 vectors")
      .option("--dimensions <n>", "length of a vector in --vectors", parseCount, 384)
      .option("--sample <n>", "number of queries", parseCount, 1000)
      .option("--k <n>", "neighbours wanted", parseCount, 10)
      .addOption(new Option("--ef <list>", "candidate list sizes").argParser(parseCounts).default(parseCounts(EFS), EFS))
      .addOption(new Option("--build <list>", "M/efConstruction pairs").argParser(parseBuilds).default(parseBuilds(BUILDS), BUILDS)),
  run: ({ options, signal, report }) => measure(options, { signal, report }),
  present,
});

runAsMain(command, import.meta.url);
