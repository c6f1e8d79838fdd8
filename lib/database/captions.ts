import type { ImageFields } from "@/lib/core/image-fields";
import type { Database } from "./client";

export interface CaptionText {
  id: number;
  language: string;
  text: string;
}

export interface ImageRow extends ImageFields {
  id: number;
  collection: string;
  imagesDir: string | null;
}

/** Captions by id. */
export async function readCaptions(db: Database, ids: number[]): Promise<Map<number, CaptionText>> {
  const rows = await db.$queryRaw<CaptionText[]>`SELECT c.id, c.language, c.text FROM json_each(${JSON.stringify(ids)}) AS wanted JOIN Caption AS c ON c.id = wanted.value`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** Those of the ids that captions have, removed ones too. */
export async function findCaptionIds(db: Database, ids: number[]): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`SELECT c.id FROM json_each(${JSON.stringify(ids)}) AS wanted JOIN Caption AS c ON c.id = wanted.value`;
  return rows.map(({ id }) => id);
}

/** Images by id. */
export async function readImages(db: Database, ids: number[]): Promise<Map<number, ImageRow>> {
  const rows = await db.$queryRaw<ImageRow[]>`
    SELECT i.id, k.name AS collection, k.imagesDir, i.externalId, i.url, i.originalUrl, i.fileName, i.width, i.height, i.licence
    FROM json_each(${JSON.stringify(ids)}) AS wanted JOIN Image AS i ON i.id = wanted.value JOIN Collection AS k ON k.id = i.collectionId`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** One image by its id within its collection. */
export async function findImage(db: Database, collection: string, externalId: string): Promise<ImageRow | null> {
  const image = await db.image.findFirst({ where: { externalId, collection: { name: collection } }, select: { id: true } });
  return image ? ((await readImages(db, [image.id])).get(image.id) ?? null) : null;
}

/** Ids of images by the names given, in their order; null for one that there is not. */
export async function findImageIds(db: Database, names: readonly { collection: string; id: string }[]): Promise<(number | null)[]> {
  const rows = await db.$queryRaw<{ id: number | null }[]>`
    SELECT i.id FROM json_each(${JSON.stringify(names)}) AS wanted
    LEFT JOIN Collection AS k ON k.name = wanted.value ->> 'collection' LEFT JOIN Image AS i ON i.collectionId = k.id AND i.externalId = wanted.value ->> 'id'
    ORDER BY wanted.key`;
  return rows.map(({ id }) => id);
}

/** Images of which all captions are removed are passed over. */
const shown = { OR: [{ captions: { none: {} } }, { captions: { some: { removedAt: null } } }] };

/** The ids next to an image's within its collection, in the order of ids; "7" and "007" sort alike and stand in the order of their letters. */
export async function findNeighbourIds(db: Database, imageId: number): Promise<{ previous: string | null; next: string | null }> {
  const { collectionId, sortKey, externalId } = await db.image.findUniqueOrThrow({ where: { id: imageId }, select: { collectionId: true, sortKey: true, externalId: true } });
  const beside = async (side: "lt" | "gt", direction: "asc" | "desc") => {
    const where = { collectionId, AND: [shown, { OR: [{ sortKey: { [side]: sortKey } }, { sortKey, externalId: { [side]: externalId } }] }] };
    return (await db.image.findFirst({ where, orderBy: [{ sortKey: direction }, { externalId: direction }], select: { externalId: true } }))?.externalId ?? null;
  };
  return { previous: await beside("lt", "desc"), next: await beside("gt", "asc") };
}

/** How many captions each image has in the corpus. */
export async function countCaptions(db: Database, imageIds: readonly number[]): Promise<Map<number, number>> {
  const rows = await db.$queryRaw<{ id: number; count: bigint }[]>`
    SELECT c.imageId AS id, count(*) AS count FROM json_each(${JSON.stringify(imageIds)}) AS wanted JOIN Caption AS c ON c.imageId = wanted.value WHERE c.removedAt IS NULL GROUP BY c.imageId`;
  return new Map(rows.map(({ id, count }) => [id, Number(count)]));
}

/** The image of each caption. */
export async function imagesOfCaptions(db: Database, ids: readonly number[]): Promise<Map<number, number>> {
  const rows = await db.$queryRaw<{ id: number; imageId: number }[]>`SELECT c.id, c.imageId FROM json_each(${JSON.stringify(ids)}) AS wanted JOIN Caption AS c ON c.id = wanted.value`;
  return new Map(rows.map(({ id, imageId }) => [id, imageId]));
}
