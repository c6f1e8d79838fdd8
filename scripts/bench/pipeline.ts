import { readEnv } from "@/lib/core/env";
import { measurePipeline, type PartMeasurement, type PipelineMeasurement } from "@/lib/features/evaluation/embedding/measure-pipeline";
import { readTexts } from "@/lib/features/evaluation/embedding/read-texts";
import { defineCommand } from "../cli/command";
import { parseCount } from "../cli/parse-count";
import { runAsMain } from "../cli/run-command";
import { captionFiles } from "./caption-files";

interface Options {
  captions?: string[];
  count: number;
  rate: number;
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

function row({ part, captionsPerSecond, deviceIdle, mainThread }: PartMeasurement): string {
  return `| ${part} | ${captionsPerSecond.toFixed(0)} | ${deviceIdle === null ? "–" : percent(deviceIdle)} | ${percent(mainThread)} |`;
}

function present({ captions, devicePerSecond, parts, memory }: PipelineMeasurement): string {
  return [
    `${captions} captions; a device of ${devicePerSecond} captions/s that sleeps in place of computing`,
    "",
    "| | captions/s | device without a batch | main thread busy |",
    "| --- | ---: | ---: | ---: |",
    ...parts.map(row),
    "",
    `Resident memory: ${memory.early} MB after the first fifth, at most ${memory.peak} MB after that.`,
  ].join("\n");
}

export const command = defineCommand<Options, PipelineMeasurement>({
  name: "bench:pipeline",
  summary: "Measure what is around the device: reading, tokenizing and saving, alone and together.",
  description:
    "Fills a database in a temporary folder and embeds its captions as an ingest does, with a device that takes its time but no processor: whether it ever waits for the tokenizer or the database, " +
    "and how fast each of them is alone. Captions a second are counted from the device's first batch on; its vectors mean nothing.",
  configure: (program) =>
    program
      .option("--captions <files...>", "caption files to take the texts from, one of each in turn (default: those in ../shared/data, else the sample)")
      .option("--count <n>", "number of captions; the files are repeated where they hold fewer", parseCount, 100_000)
      .option("--rate <n>", "captions a second that the device embeds", parseCount, 10_000),
  run: async ({ options, signal, report }) => {
    const texts = await readTexts(options.captions ?? captionFiles(), options.count);
    return measurePipeline({ modelsDir: readEnv().modelsDir, texts, devicePerSecond: options.rate, signal, onPart: (part) => report({ stage: part, done: 0, total: texts.length }) });
  },
  present,
});

runAsMain(command, import.meta.url);
