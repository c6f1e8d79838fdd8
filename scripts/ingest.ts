import { ingestCaptions } from "@/lib/features/ingestion/ingest-captions";
import type { IngestSummary } from "@/lib/features/ingestion/ingest-types";
import { defineCommand } from "./cli/command";
import { parseCollection } from "./cli/parse-collection";
import { parseLanguageTag } from "./cli/parse-language-tag";
import { parseShare } from "./cli/parse-share";
import { runAsMain } from "./cli/run-command";
import { presentIngestSummary } from "./present/ingest-summary";

interface Options {
  collection?: string;
  language?: string;
  images?: string;
  maxBad: number;
}

export const command = defineCommand<Options, IngestSummary>({
  name: "ingest",
  summary: "Import caption files and bring the index up to date.",
  description:
    "Reads caption files (COCO or STAIR JSON, JSON lines, CSV or TSV; also compressed or in archives), stores what is new in them, embeds it and brings the index up to date. " +
    "Every file is checked as a whole before anything of it is stored. A run that was stopped or killed goes on when the same command is run again; unchanged captions are never embedded twice.",
  examples: [
    { line: "npm run ingest -- captions_val2014.json stair_captions_v1.2_val.json", about: "English and Japanese captions of the same COCO pictures." },
    { line: "npm run ingest -- my-captions.csv --collection holiday --language ja --images ~/pictures/holiday", about: "A table of one's own, with its pictures." },
  ],
  configure: (program) =>
    program
      .argument("<files...>", "caption files or archives of them")
      .option("--collection <name>", "where the image ids come from (default: coco where the file is COCO JSON that lists its images, else the file's name)", parseCollection)
      .option("--language <tag>", "BCP 47 tag of all captions (default: as the records say, else detected)", parseLanguageTag)
      .option("--images <folder>", "folder with the picture files, for the app to show")
      .option("--max-bad <share>", "stop where more than this share of a file's records cannot be used, such as 1% or 0.01", parseShare, 0.01),
  run: ({ args, options, signal, report }) =>
    ingestCaptions(
      { files: args, collection: options.collection ?? null, language: options.language ?? null, imagesDir: options.images ?? null, maxBadShare: options.maxBad },
      { signal, onProgress: report },
    ),
  present: presentIngestSummary,
});

runAsMain(command, import.meta.url);
