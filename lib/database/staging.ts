import type { ImageFields } from "@/lib/core/image-fields";
import type { Database } from "./client";
import type { LexicalText } from "./lexicon";

export interface StagedCaptionRow extends LexicalText {
  record: number;
  externalId: string | null;
  imageExternalId: string;
  language: string;
  text: string;
  textHash: string;
}

/** Which file of which ingest. */
export interface StagedPart {
  jobId: number;
  part: number;
}

/** One statement and one parameter for any number of rows: a tenth of the time of a row each. An image listed twice counts once, with what any of its rows knows. */
export async function stageImages(db: Database, { jobId, part }: StagedPart, rows: ImageFields[]): Promise<void> {
  if (rows.length === 0) return;
  const json = JSON.stringify(rows.map((r) => [r.externalId, r.url, r.originalUrl, r.fileName, r.width, r.height, r.licence]));
  await db.$executeRaw`
    INSERT INTO StagedImage (jobId, part, externalId, url, originalUrl, fileName, width, height, licence)
    SELECT ${jobId}, ${part}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6 FROM json_each(${json}) WHERE true
    ON CONFLICT (jobId, part, externalId) DO UPDATE SET
      url = coalesce(url, excluded.url), originalUrl = coalesce(originalUrl, excluded.originalUrl), fileName = coalesce(fileName, excluded.fileName),
      width = coalesce(width, excluded.width), height = coalesce(height, excluded.height), licence = coalesce(licence, excluded.licence)`;
}

export async function stageCaptions(db: Database, { jobId, part }: StagedPart, rows: StagedCaptionRow[]): Promise<void> {
  if (rows.length === 0) return;
  const json = JSON.stringify(rows.map((r) => [r.record, r.externalId, r.imageExternalId, r.language, r.text, r.textHash, r.stems, r.surface]));
  await db.$executeRaw`
    INSERT INTO StagedCaption (jobId, part, record, externalId, imageExternalId, language, text, textHash, stems, surface)
    SELECT ${jobId}, ${part}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7 FROM json_each(${json})`;
}

/** Gives captions without an id of their own the id image#n, n counting the image's captions in file order. */
export async function numberUnnamedCaptions(db: Database, { jobId, part }: StagedPart): Promise<void> {
  await db.$executeRaw`
    UPDATE StagedCaption SET externalId = numbered.id FROM (
      SELECT record, imageExternalId || '#' || row_number() OVER (PARTITION BY imageExternalId ORDER BY record) AS id
      FROM StagedCaption WHERE jobId = ${jobId} AND part = ${part} AND externalId IS NULL
    ) AS numbered
    WHERE StagedCaption.jobId = ${jobId} AND StagedCaption.part = ${part} AND StagedCaption.record = numbered.record`;
}

interface RemovedCaptions {
  count: number;
  examples: { record: number; detail: string }[];
}

/** Removes captions whose id stood in the file before, keeping the first. Numbered in one pass: a look-up for each row would not know its index. */
export async function removeDuplicateCaptions(db: Database, { jobId, part }: StagedPart, exampleCount: number): Promise<RemovedCaptions> {
  const examples = await db.$queryRaw<{ record: number; detail: string }[]>`
    SELECT record, 'caption id ' || externalId AS detail
    FROM (SELECT record, externalId, row_number() OVER (PARTITION BY externalId ORDER BY record) AS n FROM StagedCaption WHERE jobId = ${jobId} AND part = ${part})
    WHERE n > 1 ORDER BY record LIMIT ${exampleCount}`;
  const count = examples.length === 0 ? 0 : await db.$executeRaw`
    DELETE FROM StagedCaption WHERE jobId = ${jobId} AND part = ${part} AND record IN (
      SELECT record FROM (SELECT record, row_number() OVER (PARTITION BY externalId ORDER BY record) AS n FROM StagedCaption WHERE jobId = ${jobId} AND part = ${part}) WHERE n > 1)`;
  return { count, examples: examples.map((row) => ({ record: Number(row.record), detail: row.detail })) };
}

/** Removes captions whose image the file does not list. */
export async function removeCaptionsOfUnlistedImages(db: Database, { jobId, part }: StagedPart, exampleCount: number): Promise<RemovedCaptions> {
  const examples = await db.$queryRaw<{ record: number; detail: string }[]>`
    SELECT record, 'image id ' || imageExternalId AS detail FROM StagedCaption AS c
    WHERE jobId = ${jobId} AND part = ${part} AND NOT EXISTS (SELECT 1 FROM StagedImage AS i WHERE i.jobId = ${jobId} AND i.part = ${part} AND i.externalId = c.imageExternalId)
    ORDER BY record LIMIT ${exampleCount}`;
  const count = examples.length === 0 ? 0 : await db.$executeRaw`
    DELETE FROM StagedCaption WHERE jobId = ${jobId} AND part = ${part}
    AND NOT EXISTS (SELECT 1 FROM StagedImage AS i WHERE i.jobId = ${jobId} AND i.part = ${part} AND i.externalId = StagedCaption.imageExternalId)`;
  return { count, examples: examples.map((row) => ({ record: Number(row.record), detail: row.detail })) };
}

/** Replaces a provisional language by the one found for it. */
export async function nameLanguage(db: Database, { jobId, part }: StagedPart, provisional: string, language: string): Promise<void> {
  await db.$executeRaw`UPDATE StagedCaption SET language = ${language} WHERE jobId = ${jobId} AND part = ${part} AND language = ${provisional}`;
}

export async function countStagedLanguages(db: Database, { jobId, part }: StagedPart): Promise<Record<string, number>> {
  const rows = await db.$queryRaw<{ language: string; count: bigint }[]>`
    SELECT language, count(*) AS count FROM StagedCaption WHERE jobId = ${jobId} AND part = ${part} GROUP BY language ORDER BY count DESC`;
  return Object.fromEntries(rows.map((row) => [row.language, Number(row.count)]));
}

/** Empties the staging tables; only one ingest runs at a time. Without a condition, SQLite drops the pages unread, which needs no room on a full disk. */
export async function clearStaging(db: Database): Promise<void> {
  await db.$executeRaw`DELETE FROM StagedCaption`;
  await db.$executeRaw`DELETE FROM StagedImage`;
}
