import path from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { readEnv } from "@/lib/core/env";
import { toAppError } from "@/lib/core/errors";
import { loadCaptionVectors, readVectors } from "@/lib/features/evaluation/caption-vectors";
import { everyNthRow } from "@/lib/features/evaluation/choose-queries";
import { answerExactly, type IndexMeasurement, measureIndex } from "@/lib/features/evaluation/measure-recall";

interface Options {
  captions: string;
  queries?: string;
  vectors?: string;
  queryVectors?: string;
  dimensions: number;
  sample: number;
  k: number;
  ef: number[];
  build: { m: number; efConstruction: number }[];
  json?: boolean;
}

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError("It must be a whole number from 1.");
  return value;
}

function builds(text: string): Options["build"] {
  return text.split(",").map((pair) => {
    const [m, efConstruction] = pair.split("/");
    return { m: positive(m ?? ""), efConstruction: positive(efConstruction ?? "") };
  });
}

const program = new Command("bench:hnsw")
  .description("Measures recall against exact search, time a query, build speed and size of the index, by M, efConstruction and ef.")
  .option("--captions <file>", "caption file to index", "../shared/data/captions/multi30k-train-en.json")
  .option("--queries <file>", "caption file to take the queries from (default: captions of the index itself)")
  .option("--vectors <file>", "index these float32 vectors instead of captions")
  .option("--query-vectors <file>", "query with these float32 vectors")
  .option("--dimensions <n>", "length of a vector in --vectors", positive, 384)
  .option("--sample <n>", "number of queries", positive, 1000)
  .option("--k <n>", "neighbours wanted", positive, 10)
  .option("--ef <list>", "candidate list sizes", (text: string) => text.split(",").map(positive), [16, 32, 64, 100, 160, 256])
  .option("--build <list>", "M/efConstruction pairs", builds, builds("12/100,16/200,24/200,32/400"))
  .option("--json", "print one JSON object");

async function load(captions: string, vectorsFile: string | undefined, dimensions: number) {
  if (vectorsFile) return { vectors: await readVectors(vectorsFile), dimensions };
  const { dataDir, modelsDir } = readEnv();
  const onProgress = (done: number) => process.stderr.write(`\r${path.basename(captions)}: ${done} captions embedded`);
  const loaded = await loadCaptionVectors(captions, { modelsDir, cacheDir: path.join(dataDir, "bench"), onProgress });
  process.stderr.write("\n");
  return loaded;
}

function table(results: IndexMeasurement[], k: number): string {
  const lines = results.flatMap((r) =>
    r.searches.map((s) => [r.m, r.efConstruction, r.vectorsPerSecond, (r.bytes / 1e6).toFixed(0), s.ef, s.recall.toFixed(4), s.medianMs.toFixed(2), s.p95Ms.toFixed(2)].join(" | ")),
  );
  const head = ["M", "efConstruction", "vectors/s built", "index MB", "ef", `recall@${k}`, "ms a query, median", "p95"];
  return [head.join(" | "), head.map(() => "---:").join(" | "), ...lines].map((line) => `| ${line} |`).join("\n");
}

async function run(options: Options): Promise<void> {
  const { vectors, dimensions } = await load(options.captions, options.vectors, options.dimensions);
  const source = options.queryVectors ?? options.queries ? (await load(options.queries ?? "", options.queryVectors, dimensions)).vectors : vectors;
  const exact = answerExactly(vectors, everyNthRow(source, dimensions, options.sample), dimensions, options.k);
  const results: IndexMeasurement[] = [];
  for (const build of options.build) results.push(await measureIndex(vectors, dimensions, build, options.ef, exact));
  const summary = { vectors: vectors.length / dimensions, dimensions, queries: exact.bars.length, k: options.k, exactRowsPerSecond: exact.rowsPerSecond };
  if (options.json) console.log(JSON.stringify({ ...summary, results }));
  else console.log(`${summary.vectors} vectors of ${dimensions} dimensions, ${summary.queries} queries; exact search ${summary.exactRowsPerSecond} rows/s\n\n${table(results, options.k)}`);
}

try {
  await run(program.parse().opts<Options>());
} catch (error) {
  console.error(toAppError(error).message);
  process.exitCode = 1;
}
