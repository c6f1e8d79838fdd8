import { createHash } from "node:crypto";
import type { Database } from "@/lib/database/client";
import { nameLanguage, numberUnnamedCaptions, removeCaptionsOfUnlistedImages, removeDuplicateCaptions, stageCaptions, stageImages, countStagedLanguages, type StagedCaptionRow, type StagedPart } from "@/lib/database/staging";
import { AppError } from "@/lib/core/errors";
import { BadRecords, EXAMPLES } from "./bad-records";
import type { CaptionFile, CaptionFileInfo, CaptionRecord } from "./caption-file";
import { openLexicalReader } from "@/lib/features/lexicon/read-lexical-text";
import { LanguageDetector } from "./detect-language";
import type { IngestRequest, SkippedRecords, SourceSummary } from "./ingest-types";
import type { ProgressMeter } from "@/lib/features/jobs/progress-meter";

/** A file whose usable records lie in the staging tables. */
export interface StagedFile {
  at: StagedPart;
  name: string;
  label: string;
  info: CaptionFileInfo;
  /** Records of the file, good and bad. */
  records: number;
  captions: number;
  languages: Record<string, number>;
  languageFrom: SourceSummary["languageFrom"];
  skipped: SkippedRecords[];
}

export function hashText(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

/**
 * Reads one caption file to its end into the staging tables; nothing else of the database changes.
 * @throws AppError `bad_input` naming the file where it cannot be used
 */
export async function stageFile(db: Database, file: CaptionFile, at: StagedPart, request: IngestRequest, meter: ProgressMeter): Promise<StagedFile> {
  const detector = new LanguageDetector();
  const bad = new BadRecords();
  const readLexical = await openLexicalReader();
  let records = 0;
  let tagged = 0;
  const toRow = ({ record, externalId, imageExternalId, text, language }: CaptionRecord): StagedCaptionRow => {
    if (language) tagged++;
    return { record, externalId, imageExternalId, text, textHash: hashText(text), ...readLexical(text), language: request.language ?? language ?? detector.add(text) };
  };
  meter.begin("read", null, { file: file.label });
  for await (const chunk of file.chunks) {
    chunk.bad.forEach((record) => bad.add(record));
    await stageImages(db, at, chunk.images);
    await stageCaptions(db, at, chunk.captions.map(toRow));
    records += chunk.captions.length + chunk.bad.length;
    meter.advanceTo(records, file.progress());
  }
  const info = file.info();
  await checkStaged(db, at, info, bad);
  for (const [provisional, language] of detector.resolve()) await nameLanguage(db, at, provisional, language);
  meter.end();
  if (records === 0) throw new AppError("bad_input", `${file.label} holds no captions. Give a COCO caption file (with annotations), or CSV, TSV or JSON Lines with the columns image_id and caption.`);
  bad.check(file.label, records, request.maxBadShare);
  const languageFrom = request.language ? "option" : tagged === records - bad.count ? "records" : "detection";
  return { at, name: file.name, label: file.label, info, records, captions: records - bad.count, languages: await countStagedLanguages(db, at), languageFrom, skipped: bad.list() };
}

/** What only the whole file can tell: ids that stand twice, images it does not list. */
async function checkStaged(db: Database, at: StagedPart, info: CaptionFileInfo, bad: BadRecords): Promise<void> {
  if (info.listsImages) {
    const unlisted = await removeCaptionsOfUnlistedImages(db, at, EXAMPLES);
    bad.addMany("unknown_image", unlisted.count, unlisted.examples);
  }
  await numberUnnamedCaptions(db, at);
  const duplicates = await removeDuplicateCaptions(db, at, EXAMPLES);
  bad.addMany("duplicate_caption_id", duplicates.count, duplicates.examples);
}
