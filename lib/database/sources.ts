import type { Database } from "./client";

/** With the collection's name, by collection and name. */
export async function listSourceRows(db: Database) {
  return db.source.findMany({ include: { collection: { select: { name: true } } }, orderBy: [{ collection: { name: "asc" } }, { name: "asc" }] });
}

interface SourceCounts {
  images: number;
  /** Captions by BCP 47 tag. */
  languages: Record<string, number>;
}

/** What each source has that is not removed. */
export async function countBySource(db: Database): Promise<Map<number, SourceCounts>> {
  const counts = new Map<number, SourceCounts>();
  const images = await db.$queryRaw<{ sourceId: number; images: bigint }[]>`
    SELECT sourceId, count(DISTINCT imageId) AS images FROM Caption WHERE removedAt IS NULL GROUP BY sourceId`;
  for (const row of images) counts.set(row.sourceId, { images: Number(row.images), languages: {} });
  const captions = await db.$queryRaw<{ sourceId: number; language: string; captions: bigint }[]>`
    SELECT sourceId, language, count(*) AS captions FROM Caption WHERE removedAt IS NULL GROUP BY sourceId, language ORDER BY captions DESC`;
  for (const row of captions) Object.assign(counts.get(row.sourceId)?.languages ?? {}, { [row.language]: Number(row.captions) });
  return counts;
}

/** Which of the ids are sources, removed or not. */
export async function findSourceIds(db: Database, ids: number[]): Promise<number[]> {
  return (await db.source.findMany({ where: { id: { in: ids } }, select: { id: true } })).map(({ id }) => id);
}
