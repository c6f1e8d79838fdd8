import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { readEnv } from "@/lib/core/env";
import type { IngestSummary } from "@/lib/features/ingestion/ingest-types";
import { defineCommand } from "../cli/command";
import { runAsMain } from "../cli/run-command";

const run = promisify(execFile);

interface Options {
  keep?: string;
}

interface Measured {
  file: string;
  captions: number;
  embedded: number;
  captionsPerSecond: number;
  embeddedPerSecond: number | null;
  seconds: number;
  stages: Record<string, number>;
  peakMegabytes: number;
}

interface Once {
  summary: IngestSummary;
  stages: Record<string, number>;
  peakMegabytes: number;
}

async function measure(dataDir: string, given: string): Promise<Measured> {
  const [file, collection] = given.split("=").reverse() as [string, string | undefined];
  const child = run(process.execPath, ["--import", "tsx", "scripts/bench/ingest-once.ts", file, ...(collection ? [collection] : [])], {
    env: { NODE_ENV: "production", PATH: path.dirname(process.execPath), KOTOMAP_DATA_DIR: dataDir },
    maxBuffer: 2 ** 26,
  });
  const { summary, stages, peakMegabytes } = JSON.parse((await child).stdout) as Once;
  const captions = summary.sources.reduce((sum, source) => sum + source.captions, 0);
  return { file: path.basename(file), captions, embedded: summary.embedded, captionsPerSecond: Math.round(captions / summary.seconds), embeddedPerSecond: summary.embeddedPerSecond && Math.round(summary.embeddedPerSecond), seconds: summary.seconds, stages, peakMegabytes };
}

const fixed = (seconds: number | undefined) => (seconds ?? 0).toFixed(1);

function present({ runs }: { runs: Measured[] }): string {
  const lines = runs.map((r) => [r.file, r.captions, r.embedded, fixed(r.seconds), r.captionsPerSecond, r.embeddedPerSecond ?? "–", fixed(r.stages.read), fixed(r.stages.store), fixed(r.stages.embed), fixed(r.stages.index), r.peakMegabytes].join(" | "));
  const head = ["file", "captions", "embedded", "seconds", "captions/s", "embedded/s", "read s", "store s", "embed s", "index s", "peak MB"].join(" | ");
  return [head, "--- | " + "---: | ".repeat(9) + "---:", ...lines].map((line) => `| ${line} |`).join("\n");
}

export const command = defineCommand<Options, { runs: Measured[] }>({
  name: "bench:ingest",
  summary: "Measure an ingest: captions a second by stage, and peak memory.",
  description: "Ingests the files one after another into an empty data folder, each in a process of its own, then the first one again, and tells seconds by stage and peak memory. The folder is kept for bench:search.",
  examples: [{ line: "npm run bench:ingest -- ../shared/data/captions/yj-ja.json flickr30k=../shared/data/captions/multi30k-train-en.json", about: "20 423 Japanese captions, then 145 000 English ones." }],
  configure: (program) => program.argument("<files...>", "caption files, each as FILE or COLLECTION=FILE").option("--keep <folder>", "the data folder to fill, emptied before (default: bench/ingest in the data folder)"),
  run: async ({ args, options, print }) => {
    const dataDir = path.resolve(options.keep ?? path.join(readEnv().dataDir, "bench", "ingest"));
    await rm(dataDir, { recursive: true, force: true });
    const runs: Measured[] = [];
    for (const file of [...args, args[0] ?? ""]) {
      runs.push(await measure(dataDir, file));
      print(`${runs.at(-1)?.file}: ${runs.at(-1)?.seconds.toFixed(1)} s`);
    }
    return { runs };
  },
  present,
});

runAsMain(command, import.meta.url);
