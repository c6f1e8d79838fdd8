import type { Database } from "./client";
import { readRevision } from "./corpus";

export interface LanguageCount {
  collection: string;
  language: string;
  captions: number;
}

/** Removed captions are not counted. */
export async function countCaptions(db: Database): Promise<LanguageCount[]> {
  const rows = await db.$queryRaw<{ collection: string; language: string; captions: bigint }[]>`
    SELECT k.name AS collection, c.language, count(*) AS captions FROM Caption AS c JOIN Source AS s ON s.id = c.sourceId JOIN Collection AS k ON k.id = s.collectionId
    WHERE c.removedAt IS NULL GROUP BY s.collectionId, c.language ORDER BY captions DESC`;
  return rows.map((row) => ({ ...row, captions: Number(row.captions) }));
}

/** Images that have a caption. */
export async function countImages(db: Database): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ collection: string; images: bigint }[]>`
    SELECT k.name AS collection, count(*) AS images FROM Image AS i JOIN Collection AS k ON k.id = i.collectionId
    WHERE EXISTS (SELECT 1 FROM Caption AS c WHERE c.imageId = i.id AND c.removedAt IS NULL) GROUP BY i.collectionId`;
  return new Map(rows.map(({ collection, images }) => [collection, Number(images)]));
}

/** A word that changes with every ingest and removal: counting a million captions takes long enough to do it only then. */
export async function contentVersion(db: Database): Promise<string> {
  const { _count, _max } = await db.source.aggregate({ _count: true, _max: { importedAt: true } });
  return `${_count} ${_max.importedAt?.toISOString() ?? ""} ${await readRevision(db)}`;
}

export interface RemovedCaption {
  id: number;
  imageId: number;
  collection: string;
  language: string;
  /** Whether the image has captions that are not removed. */
  imageStays: boolean;
}

/** Removed captions whose rows are still there, by id, in arrays of at most `size`. */
export async function* readRemovedCaptions(db: Database, size: number): AsyncGenerator<RemovedCaption[]> {
  for (let after = 0; ; ) {
    const rows = await db.$queryRaw<(Omit<RemovedCaption, "imageStays"> & { imageStays: bigint })[]>`
      SELECT c.id, c.imageId, k.name AS collection, c.language, EXISTS (SELECT 1 FROM Caption AS o WHERE o.imageId = c.imageId AND o.removedAt IS NULL) AS imageStays
      FROM Caption AS c JOIN Source AS s ON s.id = c.sourceId JOIN Collection AS k ON k.id = s.collectionId
      WHERE c.removedAt IS NOT NULL AND c.id > ${after} ORDER BY c.id LIMIT ${size}`;
    if (rows.length === 0) return;
    yield rows.map((row) => ({ ...row, imageStays: Number(row.imageStays) === 1 }));
    after = rows.at(-1)?.id ?? after;
  }
}
