import os from "node:os";
import path from "node:path";
import { readEnv } from "@/lib/core/env";
import { type ContenderResult, type EmbeddingMeasurement, measureEmbedding } from "@/lib/features/evaluation/embedding/measure-embedding";
import { readTexts } from "@/lib/features/evaluation/embedding/read-texts";
import { defineCommand } from "../cli/command";
import { parseCount } from "../cli/parse-count";
import { runAsMain } from "../cli/run-command";
import { captionFiles } from "./caption-files";
import { installPeers, listPeers } from "./peers/prepare-peers";

interface Options {
  captions?: string[];
  count: number;
  rounds: number;
  installPeers?: boolean;
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const rate = (captionsPerSecond: number | null) => (captionsPerSecond === null ? "–" : captionsPerSecond.toFixed(0));

function targetCell({ target, ratio }: ContenderResult): string {
  if (target === null) return "–";
  return `≥ ${target}${ratio === null ? "" : ratio >= target ? ", met" : ", missed"}`;
}

function row(result: ContenderResult): string {
  const { name, about, median, best, ratio, agreement } = result;
  const cells = [about === "" ? name : `${name} (${about})`, rate(median), rate(best), ratio === null ? "–" : `${ratio.toFixed(2)} ×`, targetCell(result), agreement === null ? "–" : agreement.toFixed(4)];
  return `| ${cells.join(" | ")} |`;
}

function present({ model, captions, cores, rounds, results, tokenizer, mainThread }: EmbeddingMeasurement): string {
  return [
    `${captions} captions, ${model}, ${cores} cores, ${rounds} rounds`,
    "",
    "| | captions/s, median | best | Kotomap ÷ it | target | least cosine |",
    "| --- | ---: | ---: | ---: | ---: | ---: |",
    ...results.map(row),
    "",
    `Tokenizer, one thread: ${rate(tokenizer.captionsPerSecond)} captions/s, ${percent(tokenizer.share)} of the processor time of a caption. Main thread: busy ${percent(mainThread)} of the time.`,
  ].join("\n");
}

export const command = defineCommand<Options, EmbeddingMeasurement>({
  name: "bench:embed",
  summary: "Measure embedding: captions a second against other ways to run the same model.",
  description:
    "Embeds the same captions in several ways, one after another in every round, and tells captions a second and ratios: Kotomap as an ingest embeds, session.run alone on batches that are ready, " +
    "batches in the order of the file, transformers.js, and onnxruntime for Python. The last two are fetched from npm and PyPI into the data folder (bench/peers, 0.6 GB) by --install-peers.",
  examples: [{ line: "npm run bench:embed -- --install-peers", about: "Everything, on the first captions of each language." }],
  configure: (program) =>
    program
      .option("--captions <files...>", "caption files to take the texts from, one of each in turn (default: those in ../shared/data, else the sample)")
      .option("--count <n>", "number of captions", parseCount, 4000)
      .option("--rounds <n>", "times that each way is measured", parseCount, 3)
      .option("--install-peers", "install transformers.js and onnxruntime for Python first"),
  run: async ({ options, signal, report }) => {
    const { dataDir, modelsDir } = readEnv();
    const folder = path.join(dataDir, "bench", "peers");
    const cores = os.availableParallelism();
    if (options.installPeers) {
      report({ stage: "install", done: 0, total: null, file: folder });
      await installPeers(folder, signal);
    }
    const texts = await readTexts(options.captions ?? captionFiles(), options.count);
    const onStep = (stage: string, done: number, total: number | null) => report({ stage, done, total, unit: "measurements" });
    return measureEmbedding({ modelsDir, texts, cores, rounds: options.rounds, peers: listPeers(folder, cores), signal, onStep });
  },
  present,
});

runAsMain(command, import.meta.url);
