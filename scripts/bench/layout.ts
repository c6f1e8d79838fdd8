import os from "node:os";
import path from "node:path";
import { InvalidArgumentError, Option } from "commander";
import { readEnv } from "@/lib/core/env";
import { firstPoints, type LayoutPoints, makeSyntheticPoints, readCaptionPoints, readIndexPoints } from "@/lib/features/evaluation/layout/layout-points";
import { type LayoutMeasurement, type LayoutResult, measureLayout } from "@/lib/features/evaluation/layout/measure-layout";
import { type CommandContext, defineCommand } from "../cli/command";
import { parseCount } from "../cli/parse-count";
import { runAsMain } from "../cli/run-command";
import { captionFiles } from "./caption-files";
import { layoutPrograms } from "./peers/layout-programs";

interface Options {
  captions?: string[];
  data?: string;
  synthetic?: boolean;
  sizes: number[];
  perplexity: number;
  iterations?: number;
  threads: number;
  python?: string;
}

interface Result {
  source: string;
  measurements: LayoutMeasurement[];
  missing: { name: string; why: string }[];
}

const SIZES = "20000";
const parseSizes = (text: string) => text.split(",").map(parseCount);

function parsePerplexity(text: string): number {
  const value = Number(text);
  if (!(value >= 1 && value < Infinity)) throw new InvalidArgumentError("Give a number from 1.");
  return value;
}

async function loadPoints({ captions, data, synthetic, sizes }: Options, { signal, report }: Pick<CommandContext<Options>, "signal" | "report">): Promise<LayoutPoints> {
  if (synthetic) return makeSyntheticPoints(Math.max(...sizes));
  if (data !== undefined) return readIndexPoints(path.resolve(data));
  const { dataDir, modelsDir } = readEnv();
  const onProgress = (done: number) => {
    signal.throwIfAborted();
    report({ stage: "embed", done, total: null });
  };
  return readCaptionPoints(captions ?? captionFiles(), { modelsDir, cacheDir: path.join(dataDir, "bench"), onProgress });
}

function describeSource({ captions, data, synthetic }: Options): string {
  if (synthetic) return "synthetic points";
  if (data !== undefined) return `captions of the index in ${data}`;
  return (captions ?? captionFiles()).map((file) => path.basename(file)).join(", ");
}

async function measure({ options, signal, report }: CommandContext<Options>): Promise<Result> {
  const { perplexity, threads, iterations } = options;
  const programs = await layoutPrograms(options.python, signal);
  const points = await loadPoints(options, { signal, report });
  const sizes = [...new Set(options.sizes.map((size) => Math.min(size, points.images.length)))];
  const measurements: LayoutMeasurement[] = [];
  for (const size of sizes) {
    measurements.push(await measureLayout(firstPoints(points, size), programs, { perplexity, threads, iterations }, { signal, onStep: (stage, done, total) => report({ stage: `${size} points, ${stage}`, done, total, unit: "rows" }) }));
  }
  const missing = programs.flatMap(({ name, missing: why }) => (why === null ? [] : [{ name, why }]));
  return { source: describeSource(options), measurements, missing };
}

const share = (value: number | null) => (value === null ? "–" : value.toFixed(3));

function row({ points }: LayoutMeasurement, { name, iterations, seconds, processorSeconds, peakMegabytes, quality }: LayoutResult): string {
  const { neighboursKept, neighboursFound, neighboursTrue, trustworthiness, sameGroup, divergence } = quality;
  return `| ${[points, name, iterations, seconds.toFixed(1), processorSeconds.toFixed(1), peakMegabytes.toFixed(0), share(neighboursKept), share(neighboursFound), share(neighboursTrue), share(trustworthiness), share(sameGroup), share(divergence)].join(" | ")} |`;
}

function present({ source, measurements, missing }: Result): string {
  const [first] = measurements;
  const head = ["points", "program", "iterations", "seconds", "processor s", "peak MB", "10 nearest kept", "found among 30", "true among 30", "trustworthiness", "same image", "KL divergence"];
  return [
    `${source}; perplexity ${first?.perplexity}, ${first?.k} neighbours, ${first?.threads} threads`,
    "",
    `| ${head.join(" | ")} |`,
    `| ---: | --- | ${"---: | ".repeat(10)}`.trimEnd(),
    ...measurements.flatMap((measurement) => measurement.results.map((result) => row(measurement, result))),
    "",
    ...measurements.map(({ points, ratio }) => `${points} points: ${ratio ? `Kotomap takes ${ratio.seconds.toFixed(2)} of the time and ${ratio.memory.toFixed(2)} of the memory` : "nothing to compare with"}.`),
    ...missing.map(({ name, why }) => `${name} is absent: ${why}`),
  ].join("\n");
}

export const command = defineCommand<Options, Result>({
  name: "bench:layout",
  summary: "Measure layouts by t-SNE beside openTSNE: time, memory, quality.",
  description:
    "Lays out the same points from the same neighbours and the same start with Kotomap and with openTSNE's FFT, each in a process of its own, and tells seconds from neighbours to layout, peak memory of the process, " +
    "and quality: of the 10 nearest by vectors the share kept and found among the 30 nearest on the layout, of the 10 nearest on the layout the share true, trustworthiness, same-image captions among the nearest 4. " +
    "openTSNE is run by the Python interpreter of --python; without it, Kotomap is measured alone.",
  examples: [
    { line: "npm run bench:layout -- --python venv/bin/python --sizes 20000,100000,165000", about: "Real captions beside openTSNE." },
    { line: "npm run bench:layout -- --python venv/bin/python --synthetic --sizes 800000", about: "As many points as the largest corpora have." },
  ],
  configure: (program) =>
    program
      .option("--captions <files...>", "caption files to lay out (default: those in ../shared/data, else the sample)")
      .option("--data <folder>", "lay out the captions of this data folder's index; it is only read")
      .option("--synthetic", "lay out made-up points in place of captions")
      .addOption(new Option("--sizes <list>", "numbers of points, the first of the captions").argParser(parseSizes).default(parseSizes(SIZES), SIZES))
      .option("--perplexity <n>", "perplexity; three times as many neighbours are used", parsePerplexity, 30)
      .option("--iterations <n>", "iterations of each program (default: its own)", parseCount)
      .option("--threads <n>", "threads of each program", parseCount, os.availableParallelism())
      .option("--python <program>", "Python interpreter with openTSNE"),
  run: measure,
  present,
});

runAsMain(command, import.meta.url);
