import { type Command, Option } from "commander";
import { readEnv } from "@/lib/core/env";
import { COMMAND_LINE } from "@/lib/features/admin-access/actor";
import { recordAct } from "@/lib/features/admin-access/record-act";
import { LAYOUT_DISTANCES, LAYOUT_METHODS, LAYOUT_UNITS, type LayoutView } from "@/lib/features/caption-map/map-types";
import type { JobView } from "@/lib/features/jobs/job-types";
import { deleteLayout } from "@/lib/features/layouts/delete-layout";
import { INITIALISATIONS, LAYOUT_MODES, type LayoutRequest, layoutRequestSchema } from "@/lib/features/layouts/layout-request";
import type { LayoutSummary } from "@/lib/features/layouts/layout-types";
import { listLayouts } from "@/lib/features/layouts/list-layouts";
import { prepareDatabase } from "@/lib/features/setup/prepare-database";
import { defineCommand } from "./cli/command";
import { runRecordedJob } from "./cli/job-command";
import { parseCount } from "./cli/parse-count";
import { parseLanguageTag } from "./cli/parse-language-tag";
import { parseNumber } from "./cli/parse-number";
import { runAsMain } from "./cli/run-command";
import { addWaitOptions, type WaitOptions } from "./cli/wait-options";
import { presentQueuedJob } from "./present/job";
import { presentLayoutList, presentLayoutSummary } from "./present/layouts";

interface Options extends WaitOptions, Partial<LayoutRequest> {
  list?: boolean;
  remove?: string;
}

type Result = LayoutSummary | JobView | { layouts: LayoutView[] };

function addLayoutOptions(program: Command): Command {
  const choice = (flags: string, about: string, choices: readonly string[]) => new Option(flags, about).choices(choices);
  return program
    .addOption(choice("--method <method>", "t-SNE, or principal components (default: tsne)", LAYOUT_METHODS))
    .addOption(choice("--unit <unit>", "what a point is: a caption, or an image at the mean of its captions (default: captions)", LAYOUT_UNITS))
    .option("--language <tag>", "only captions in this language (default: all together)", parseLanguageTag)
    .addOption(choice("--distance <distance>", "along the straight line, or along the sphere (default: euclidean)", LAYOUT_DISTANCES))
    .addOption(choice("--mode <mode>", "all points anew, new points on an earlier layout, or that where it can be (default: full)", LAYOUT_MODES))
    .option("--generation <id>", "of the index (default: the active one)")
    .option("--perplexity <n>", "neighbours that a point attends to (default: 30, or less for few points)", parseNumber)
    .option("--iterations <n>", "steps in all (default: 1 000, below 1 000 points 750)", parseCount)
    .option("--early-iterations <n>", "steps with exaggeration (default: 250)", parseCount)
    .option("--exaggeration <x>", "of affinities in the early steps (default: 12, below 1 000 points 4)", parseNumber)
    .option("--learning-rate <x>", "length of a step (default: chosen by the number of points)", parseNumber)
    .addOption(choice("--initialisation <way>", "start at the first two principal components, or anywhere (default: pca)", INITIALISATIONS))
    .option("--seed <n>", "the same seed gives the same layout (default: 0)", parseCount);
}

/** Only what was said. */
function toRequest(options: Options): Partial<LayoutRequest> {
  return Object.fromEntries(Object.entries(options).filter(([name]) => name in layoutRequestSchema.shape));
}

async function act({ list, remove }: Options): Promise<{ layouts: LayoutView[] } | null> {
  if (!list && remove === undefined) return null;
  const { dataDir } = readEnv();
  const { db } = await prepareDatabase(dataDir);
  if (remove !== undefined) await recordAct(db, COMMAND_LINE, "layout.delete", () => deleteLayout(db, dataDir, remove), { target: remove });
  return { layouts: await listLayouts(db) };
}

export const command = defineCommand<Options, Result>({
  name: "layout",
  summary: "Lay all captions out as a map, and keep the layout beside the index.",
  description:
    "Lays the captions of the active generation out in a plane, by t-SNE or principal components, and measures how true that is. Maps are shown from layouts; they go with their generation. " +
    "Stopped or killed, the same command goes on where it was. Of each kind the last two are kept. After an ingest or a re-index the last layout is extended by itself, where new captions are few.",
  examples: [
    { line: "npm run layout", about: "All captions by t-SNE, as the map shows them." },
    { line: "npm run layout -- --unit images --perplexity 50", about: "A point for each image." },
    { line: "npm run layout -- --mode extend", about: "New captions take places on the layout there is; the others stay where they are." },
    { line: "npm run layout -- --list", about: "The layouts there are, with their quality." },
  ],
  configure: (program) => addWaitOptions(addLayoutOptions(program)).option("--list", "list the layouts there are").option("--remove <id>", "remove a layout for good"),
  run: async (context) => {
    const done = await act(context.options);
    if (done) return done;
    const job = await runRecordedJob(context, "layout", toRequest(context.options));
    return job.state === "done" ? (job.result as LayoutSummary) : job;
  },
  present: (result) => {
    if ("layouts" in result) return presentLayoutList(result.layouts);
    return "layout" in result ? presentLayoutSummary(result) : presentQueuedJob(result);
  },
});

runAsMain(command, import.meta.url);
