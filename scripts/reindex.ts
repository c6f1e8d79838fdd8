import { Option, type Command } from "commander";
import { DEVICE_WISHES, type DeviceWish } from "@/lib/core/devices";
import { readEnv } from "@/lib/core/env";
import { checkParameters } from "@/lib/features/jobs/job-parameters";
import type { JobView } from "@/lib/features/jobs/job-types";
import { forecastReindex } from "@/lib/features/reindexing/forecast-reindex";
import type { Forecast, ReindexRequest, ReindexSummary } from "@/lib/features/reindexing/reindex-types";
import { prepareDatabase } from "@/lib/features/setup/prepare-database";
import { defineCommand } from "./cli/command";
import { runRecordedJob } from "./cli/job-command";
import { addModelOptions, toEncoderWish, type ModelOptions } from "./cli/model-options";
import { parseCount } from "./cli/parse-count";
import { runAsMain } from "./cli/run-command";
import { addWaitOptions, type WaitOptions } from "./cli/wait-options";
import { presentForecast } from "./present/forecast";
import { presentQueuedJob } from "./present/job";
import { presentReindexSummary } from "./present/reindex-summary";

interface Options extends ModelOptions, WaitOptions {
  dimensions?: number;
  device?: DeviceWish;
  m?: number;
  efConstruction?: number;
  ef?: number;
  languages?: string[];
  collections?: string[];
  removeCaptions?: number[];
  full?: boolean;
  force?: boolean;
  pause?: boolean;
  forecast?: boolean;
}

/** The word for no limit, where the active generation has one. */
const ALL = "all";

const listOf = (names: string[] | undefined) => (names?.length === 1 && names[0] === ALL ? null : names);

const collectCounts = (text: string, before: number[] = []) => [...before, parseCount(text)];

/** Only what was said: the rest is as in the active generation. */
function toRequest(options: Options): ReindexRequest {
  const { dimensions, device, m, efConstruction, ef, languages, collections, removeCaptions, full, force, pause } = options;
  return {
    encoder: { ...toEncoderWish(options), dimensions, device },
    ...((m ?? efConstruction ?? ef) !== undefined && { hnsw: { m, efConstruction, ef } }),
    ...((languages ?? collections) !== undefined && { selection: { languages: listOf(languages), collections: listOf(collections) } }),
    ...(removeCaptions && { remove: { sourceIds: [], captionIds: removeCaptions } }),
    full, force,
    swap: pause ? "pause" : undefined,
  };
}

function addIndexOptions(program: Command): Command {
  return program
    .option("--dimensions <n>", "cut vectors to this length, where the model allows it", parseCount)
    .addOption(new Option("--device <device>", "what to embed on (default: auto)").choices(DEVICE_WISHES))
    .option("--m <n>", "links of a row in the graph", parseCount)
    .option("--ef-construction <n>", "candidates looked at while the graph is built", parseCount)
    .option("--ef <n>", "candidates looked at by a search", parseCount)
    .option("--languages <tag...>", `take only captions in these languages; ${ALL} takes all`)
    .option("--collections <name...>", `take only captions of these collections; ${ALL} takes all`)
    .option("--remove-captions <id...>", "take these captions out of the corpus, by their ids as searches give them", collectCounts);
}

export const command = defineCommand<Options, ReindexSummary | JobView | Forecast>({
  name: "reindex",
  summary: "Build a new generation of the index and activate it if it searches no worse.",
  description:
    "Builds a new generation beside the active one, from the captions and vectors that are there: only what has no vector is embedded. What is not said is as in the active generation. " +
    "Before it becomes active it has to pass its gate (files, counts, recall, captions that find their siblings, pinned queries); one that fails is refused, and the old one goes on. Nothing is built where it would be just the active one.",
  examples: [
    { line: "npm run reindex -- --model intfloat/multilingual-e5-small --query-prefix 'query: ' --document-prefix 'passage: ' --forecast", about: "What changing the encoder would take; nothing is started." },
    { line: "npm run reindex -- --m 24 --ef-construction 400", about: "A denser graph of the same vectors." },
    { line: "npm run reindex -- --languages ja", about: "Only the Japanese captions, from now on. --languages all takes all again." },
    { line: "npm run reindex -- --full", about: "The same again, its graph built from nothing." },
  ],
  configure: (program) =>
    addIndexOptions(addWaitOptions(addModelOptions(program)))
      .option("--full", "build the graph anew where the active one could be continued or kept")
      .option("--force", "activate it though its gate fails; this is recorded")
      .option("--pause", "servers let the old generation go before they load the new one, where memory is short")
      .option("--forecast", "tell what it would embed, how long it should take and what it needs, and start nothing"),
  run: async (context) => {
    const request = toRequest(context.options);
    if (context.options.forecast) return forecastReindex((await prepareDatabase()).db, checkParameters("reindex", request) as ReindexRequest, { dataDir: readEnv().dataDir });
    const job = await runRecordedJob(context, "reindex", request);
    return job.state === "done" ? (job.result as ReindexSummary) : job;
  },
  present: (result) => {
    if ("toEmbed" in result) return presentForecast(result);
    return "captionsInIndex" in result ? presentReindexSummary(result) : presentQueuedJob(result);
  },
});

runAsMain(command, import.meta.url);
