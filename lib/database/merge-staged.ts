import type { Transaction } from "./client";
import { saveWords } from "./lexicon";
import type { StagedPart } from "./staging";

export interface SourceFields {
  collection: string;
  /** Basename of the caption file. */
  name: string;
  language: string | null;
  licence: string | null;
  description: string | null;
  url: string | null;
  sha256: string;
}

export interface MergeCounts {
  new: number;
  changed: number;
  /** Of the changed ones, those whose id belonged to another image before. */
  moved: number;
  unchanged: number;
  absent: number;
}

/** Sorts numeric ids as numbers (length, then digits), before all others. */
const SORT_KEY = `CASE WHEN externalId NOT GLOB '*[^0-9]*' THEN printf('0%03d', length(ltrim(externalId, '0'))) || ltrim(externalId, '0') ELSE '1' || externalId END`;

/** The source of a file: the one of the same name in the collection, or of the same content under another name; a removed one comes back. */
export async function saveSource(tx: Transaction, fields: SourceFields, imagesDir: string | null): Promise<{ id: number; collectionId: number }> {
  const { collection: name, ...source } = fields;
  const collection = await tx.collection.upsert({ where: { name }, create: { name, imagesDir }, update: imagesDir ? { imagesDir } : {} });
  const known =
    (await tx.source.findUnique({ where: { collectionId_name: { collectionId: collection.id, name: source.name } } })) ??
    (await tx.source.findFirst({ where: { collectionId: collection.id, sha256: source.sha256 } }));
  const importedAt = new Date();
  if (!known) return tx.source.create({ data: { ...source, collectionId: collection.id, importedAt } });
  return tx.source.update({ where: { id: known.id }, data: { ...source, name: known.name, importedAt, removedAt: null } });
}

/** Counts what a merge will do. Captions that were removed count as new. */
export async function compareStaged(tx: Transaction, { jobId, part }: StagedPart, sourceId: number): Promise<MergeCounts> {
  const [row] = await tx.$queryRaw<{ fresh: bigint; changed: bigint; moved: bigint; unchanged: bigint }[]>`
    SELECT count(*) FILTER (WHERE c.id IS NULL) AS fresh,
      count(*) FILTER (WHERE c.id IS NOT NULL AND (c.textHash <> s.textHash OR c.language <> s.language OR i.externalId <> s.imageExternalId)) AS changed,
      count(*) FILTER (WHERE i.externalId <> s.imageExternalId) AS moved,
      count(*) FILTER (WHERE c.textHash = s.textHash AND c.language = s.language AND i.externalId = s.imageExternalId) AS unchanged
    FROM StagedCaption AS s LEFT JOIN Caption AS c ON c.sourceId = ${sourceId} AND c.externalId = s.externalId AND c.removedAt IS NULL LEFT JOIN Image AS i ON i.id = c.imageId
    WHERE s.jobId = ${jobId} AND s.part = ${part}`;
  const stored = await tx.caption.count({ where: { sourceId, removedAt: null } });
  const counts = { new: Number(row?.fresh ?? 0), changed: Number(row?.changed ?? 0), moved: Number(row?.moved ?? 0), unchanged: Number(row?.unchanged ?? 0) };
  return { ...counts, absent: stored - counts.changed - counts.unchanged };
}

/** Images that the part's captions speak of; what the file knows of an image already there is brought up to date. */
export async function mergeImages(tx: Transaction, { jobId, part }: StagedPart, collectionId: number): Promise<void> {
  await tx.$executeRaw`
    INSERT OR IGNORE INTO StagedImage (jobId, part, externalId)
    SELECT DISTINCT jobId, part, imageExternalId FROM StagedCaption WHERE jobId = ${jobId} AND part = ${part}`;
  await tx.$executeRawUnsafe(
    `INSERT INTO Image (collectionId, externalId, sortKey, url, originalUrl, fileName, width, height, licence)
     SELECT ?, externalId, ${SORT_KEY}, url, originalUrl, fileName, width, height, licence FROM StagedImage AS s
     WHERE jobId = ? AND part = ? AND EXISTS (SELECT 1 FROM StagedCaption AS c WHERE c.jobId = s.jobId AND c.part = s.part AND c.imageExternalId = s.externalId)
     ON CONFLICT (collectionId, externalId) DO UPDATE SET
       url = coalesce(excluded.url, url), originalUrl = coalesce(excluded.originalUrl, originalUrl), fileName = coalesce(excluded.fileName, fileName),
       width = coalesce(excluded.width, width), height = coalesce(excluded.height, height), licence = coalesce(excluded.licence, licence)`,
    collectionId, jobId, part,
  );
}

/** Captions of the records after `from` up to `to`, with their words: new ones are added, changed ones replaced, removed ones brought back. Images must be merged before. */
export async function mergeCaptions(tx: Transaction, at: StagedPart, source: { id: number; collectionId: number }, from: number, to: number): Promise<void> {
  const merged = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO Caption (sourceId, imageId, externalId, language, text, textHash)
    SELECT ${source.id}, i.id, s.externalId, s.language, s.text, s.textHash
    FROM StagedCaption AS s JOIN Image AS i ON i.collectionId = ${source.collectionId} AND i.externalId = s.imageExternalId
    WHERE s.jobId = ${at.jobId} AND s.part = ${at.part} AND s.record > ${from} AND s.record <= ${to} ORDER BY s.record
    ON CONFLICT (sourceId, externalId) DO UPDATE SET imageId = excluded.imageId, language = excluded.language, text = excluded.text, textHash = excluded.textHash, removedAt = NULL
    WHERE textHash <> excluded.textHash OR language <> excluded.language OR imageId <> excluded.imageId OR removedAt IS NOT NULL
    RETURNING id`;
  await saveWords(tx, at, source.id, merged.map(({ id }) => id));
}
