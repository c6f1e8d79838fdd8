import path from "node:path";
import { readEnv } from "@/lib/core/env";
import { type HybridMeasurement, measureHybrid } from "@/lib/features/evaluation/fusion/measure-hybrid";
import { type CommandContext, defineCommand } from "../cli/command";
import { parseCount } from "../cli/parse-count";
import { runAsMain } from "../cli/run-command";

interface Options {
  data?: string;
  sample: number;
  words: string[];
}

/** Chosen before anything was measured on them: of each language ten frequent words, and ten in fewer than one caption of 2 000 of yj-ja and multi30k. */
const WORDS =
  "犬 船 階段 花瓶 サングラス 野菜 走る 囲む カイト 光る 楕円 ダブルデッカーバス 額縁 魚眼レンズ 人工芝 運河 カラス ワッフル 雪景色 そびえる " +
  "dog desert hockey kneeling bikini drive laugh trunk camera protest poncho steeple lava glider houseboat owl zebra ambulance wizard barricade";

/** A word is found where a caption with it is among as many. */
const FIRST = 3;

async function measure({ options: { data, sample, words }, signal, print }: CommandContext<Options>): Promise<HybridMeasurement> {
  return measureHybrid(path.resolve(data ?? readEnv().dataDir), { sample, words, signal, onStep: print });
}

const isFound = (rank: number) => rank <= FIRST;

function present({ captions, fusion, words }: HybridMeasurement): string {
  const known = words.filter((word) => word.captions > 0);
  return [
    `${captions} captions; captions as queries, which should find another caption of their image`,
    "",
    "| language | method | R@1 | R@10 | MRR |",
    "| --- | --- | ---: | ---: | ---: |",
    ...fusion.map(({ language, method, first, amongTen, meanReciprocalRank }) => `| ${language} | ${method} | ${first.toFixed(3)} | ${amongTen.toFixed(3)} | ${meanReciprocalRank.toFixed(3)} |`),
    "",
    "| word | captions | first by meaning | first by both |",
    "| --- | ---: | ---: | ---: |",
    ...words.map(({ word, captions: having, semantic, hybrid }) => `| ${word} | ${having} | ${having > 0 ? semantic : "–"} | ${having > 0 ? hybrid : "–"} |`),
    "",
    `A caption with the word is among the first ${FIRST} for ${known.filter(({ semantic }) => isFound(semantic)).length} of ${known.length} words by meaning alone, for ${known.filter(({ hybrid }) => isFound(hybrid)).length} by both.`,
  ].join("\n");
}

export const command = defineCommand<Options, HybridMeasurement>({
  name: "bench:hybrid",
  summary: "Measure what words add to meaning: ways to fuse both, and single words.",
  description: "Takes captions of an index as queries and counts how often they find another caption of their image, by several ways to put meaning and words together; then searches for single words. The data folder is only read.",
  configure: (program) =>
    program
      .option("--data <folder>", "data folder with an index of the bundled encoder (default: the app's)")
      .option("--sample <n>", "queries of each language", parseCount, 3000)
      .option("--words <words...>", "single words to look for", WORDS.split(" ")),
  run: measure,
  present,
});

runAsMain(command, import.meta.url);
