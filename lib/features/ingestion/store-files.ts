import path from "node:path";
import { AppError } from "@/lib/core/errors";
import type { Database, Transaction } from "@/lib/database/client";
import { moveRevision } from "@/lib/database/corpus";
import { confirmLease } from "@/lib/database/job-lease";
import { compareStaged, mergeCaptions, mergeImages, saveSource, type MergeCounts } from "@/lib/database/merge-staged";
import type { CaptionFileInfo } from "./caption-file";
import { collectionNameFrom } from "./collection-name";
import type { IngestRequest, SourceSummary } from "./ingest-types";
import type { ProgressMeter } from "@/lib/features/jobs/progress-meter";
import type { StagedFile } from "./stage-file";

/** Records merged by one statement: between two, progress is shown and a stop is heard. */
const STEP = 5_000;
/** Milliseconds; the transaction may be as long as its files are. */
const NO_LIMIT = 24 * 60 * 60 * 1000;

interface StoreOptions {
  jobId: number;
  request: IngestRequest;
  meter: ProgressMeter;
  signal: AbortSignal;
}

/** Where the image ids of a file come from, unless the caller says so. */
export function collectionOf(file: { name: string; info: Pick<CaptionFileInfo, "collection" | "listsImages"> }, request: Pick<IngestRequest, "collection">): string {
  const named = request.collection ?? file.info.collection;
  if (named) return named;
  return file.info.listsImages ? "coco" : collectionNameFrom(path.parse(file.name).name);
}

/** Two different files under one name would each replace the captions of the other. */
function checkNames(files: StagedFile[], request: IngestRequest): void {
  const known = new Map<string, StagedFile>();
  for (const file of files) {
    const key = JSON.stringify([collectionOf(file, request), file.name]);
    const other = known.get(key);
    if (other && other.info.sha256 !== file.info.sha256) {
      throw new AppError("bad_input", `Two different files are called ${file.name}, and a caption file is known by its name: the second would replace the captions of the first. Rename one of them, or ingest them one by one with different names for --collection.`, { field: file.name });
    }
    known.set(key, file);
  }
}

/** Share of a file's known caption ids that may stand for other images than before: beyond it, it is another file. */
const MOST_MOVED = 0.1;

function checkSameFile(file: StagedFile, { changed, unchanged, moved }: MergeCounts): void {
  if (moved <= MOST_MOVED * (changed + unchanged)) return;
  throw new AppError(
    "bad_input",
    `${file.label}: ${moved} of ${changed + unchanged} caption ids that were ingested before from a file called ${file.name} stood for other images there, so this seems to be another file, and would replace those captions. Rename the file, or give another name with --collection.`,
    { field: file.name },
  );
}

/** Merges all staged files into the database in one transaction: all of them, or (killed, stopped, full disk) nothing. */
export async function storeFiles(db: Database, files: StagedFile[], options: StoreOptions): Promise<SourceSummary[]> {
  checkNames(files, options.request);
  options.meter.begin("store", files.reduce((sum, { captions }) => sum + captions, 0));
  let stored = 0;
  const summaries = await db.$transaction(
    async (tx) => {
      const sources: SourceSummary[] = [];
      // A write first: from here on no other process can take the job over.
      await confirmLease(tx, options.jobId);
      for (const file of files) {
        sources.push(await storeFile(tx, file, options, (records) => options.meter.advanceTo(Math.min((stored += records), options.meter.current.total ?? 0))));
      }
      if (sources.some((source) => source.new + source.changed > 0)) await moveRevision(tx);
      return sources;
    },
    { timeout: NO_LIMIT, maxWait: NO_LIMIT },
  );
  options.meter.end();
  return summaries;
}

async function storeFile(tx: Transaction, file: StagedFile, { request, signal }: StoreOptions, onStored: (records: number) => void): Promise<SourceSummary> {
  const collection = collectionOf(file, request);
  const languages = Object.keys(file.languages);
  const source = await saveSource(
    tx,
    { collection, name: file.name, language: languages.length === 1 ? (languages[0] ?? null) : null, licence: file.info.licence, description: file.info.description, url: file.info.url, sha256: file.info.sha256 },
    request.imagesDir,
  );
  const { moved, ...counts } = await compareStaged(tx, file.at, source.id);
  checkSameFile(file, { moved, ...counts });
  await mergeImages(tx, file.at, source.collectionId);
  for (let from = 0; from < file.records; from += STEP) {
    signal.throwIfAborted();
    await mergeCaptions(tx, file.at, source, from, from + STEP);
    onStored(Math.min(STEP, file.records - from));
  }
  return { source: file.name, collection, languages: file.languages, languageFrom: file.languageFrom, captions: file.captions, ...counts, skipped: file.skipped };
}
