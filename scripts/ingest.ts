import { Option } from "commander";
import { DEVICE_WISHES, type DeviceWish } from "@/lib/core/devices";
import { AppError } from "@/lib/core/errors";
import { fetchOfficialFiles } from "@/lib/features/downloads/fetch-official-files";
import { officialNames, type OfficialName } from "@/lib/features/downloads/official-files";
import { checkRequest } from "@/lib/features/ingestion/check-request";
import { createIngestHandler } from "@/lib/features/ingestion/ingest-handler";
import type { IngestSummary } from "@/lib/features/ingestion/ingest-types";
import { eraseTypes } from "@/lib/features/jobs/handlers";
import type { JobView } from "@/lib/features/jobs/job-types";
import { defineCommand, type CommandContext } from "./cli/command";
import { runRecordedJob } from "./cli/job-command";
import { addModelOptions, toEncoderWish, type ModelOptions } from "./cli/model-options";
import { parseCollection } from "./cli/parse-collection";
import { parseCount } from "./cli/parse-count";
import { parseLanguageTag } from "./cli/parse-language-tag";
import { parseShare } from "./cli/parse-share";
import { runAsMain } from "./cli/run-command";
import { addWaitOptions, type WaitOptions } from "./cli/wait-options";
import { presentDeviceChoice } from "./present/device-choice";
import { presentDownloadNotice } from "./present/download-notice";
import { presentIngestSummary } from "./present/ingest-summary";
import { presentQueuedJob } from "./present/job";

interface Options extends ModelOptions, WaitOptions {
  download?: OfficialName[];
  collection?: string;
  language?: string;
  images?: string;
  maxBad: number;
  dimensions?: number;
  device: DeviceWish;
}

/** Official files first, then those that were given. */
async function gatherFiles({ args, options, signal, report, print }: CommandContext<Options>): Promise<string[]> {
  const { download = [] } = options;
  if (args.length + download.length === 0) throw new AppError("invalid_parameter", `Give caption files, or the official ones to fetch: --download ${officialNames.join("|")}.`, { field: "files" });
  const fetched = await fetchOfficialFiles(download, { signal, onProgress: report, announce: (file) => print(presentDownloadNotice(file)) });
  return [...fetched.map(({ path }) => path), ...args];
}

export const command = defineCommand<Options, IngestSummary | JobView>({
  name: "ingest",
  summary: "Import caption files and bring the index up to date.",
  description:
    "Reads caption files (COCO or STAIR JSON, JSON lines, CSV or TSV; also compressed or in archives), stores what is new in them, embeds it and brings the index up to date. " +
    "Every file is checked as a whole before anything of it is stored. A run that was stopped or killed goes on when the same command is run again; unchanged captions are never embedded twice.",
  examples: [
    { line: "npm run ingest -- captions_val2014.json stair_captions_v1.2_val.json", about: "English and Japanese captions of the same COCO pictures." },
    { line: "npm run ingest -- --download coco-2014 stair", about: "The same for all of COCO and STAIR, fetched from their authors: 123 000 pictures, 1.2 million captions." },
    { line: "npm run ingest -- captions_val2014.json --model intfloat/multilingual-e5-small --query-prefix 'query: ' --document-prefix 'passage: '", about: "With another encoder, fetched from the hub; all captions are embedded anew, and searches change over when that is done." },
    { line: "npm run ingest -- my-captions.csv --collection holiday --language ja --images ~/pictures/holiday", about: "A table of one's own, with its pictures." },
  ],
  configure: (program) =>
    addWaitOptions(addModelOptions(program))
      .argument("[files...]", "caption files or archives of them")
      .addOption(new Option("--download <name...>", "fetch official caption files and ingest them, with any files given before the option, into the collection coco").choices(officialNames))
      .option("--collection <name>", "where the image ids come from (default: coco where the file is COCO JSON that lists its images, else the file's name)", parseCollection)
      .option("--language <tag>", "BCP 47 tag of all captions (default: as the records say, else detected)", parseLanguageTag)
      .option("--images <folder>", "folder with the picture files, for the app to show")
      .option("--max-bad <share>", "stop where more than this share of a file's records cannot be used, such as 1% or 0.01", parseShare, 0.01)
      .option("--dimensions <n>", "cut vectors to this length, where the model allows it (default: that of the index)", parseCount)
      .addOption(new Option("--device <device>", "what to embed on; auto takes the fastest that gives the same vectors as the CPU").choices(DEVICE_WISHES).default("auto")),
  run: async (context) => {
    const { options, report, print } = context;
    const files = await gatherFiles(context);
    const collection = options.collection ?? (options.download ? "coco" : null);
    const encoder = { ...toEncoderWish(options), dimensions: options.dimensions, device: options.device };
    const request = await checkRequest({ files, collection, language: options.language ?? null, imagesDir: options.images ?? null, maxBadShare: options.maxBad, encoder });
    const handler = createIngestHandler({ onDownload: report, onDevice: (choice) => print(presentDeviceChoice(choice)) });
    const job = await runRecordedJob(context, "ingest", request, eraseTypes(handler));
    return job.state === "done" ? (job.result as IngestSummary) : job;
  },
  present: (result) => ("sources" in result ? presentIngestSummary(result) : presentQueuedJob(result)),
});

runAsMain(command, import.meta.url);
