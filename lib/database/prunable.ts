import type { Database } from "./client";

/** Rows deleted by one statement: between two, others get their turn. */
const STEP = 10_000;

/** Removed captions, by ascending id. */
export async function listRemovedCaptionIds(db: Database): Promise<number[]> {
  return (await db.$queryRaw<{ id: number }[]>`SELECT id FROM Caption WHERE removedAt IS NOT NULL ORDER BY id`).map(({ id }) => id);
}

/** Deletes captions that are still removed, with their vectors. @returns how many */
export async function deleteRemovedCaptions(db: Database, ids: number[]): Promise<number> {
  let deleted = 0;
  for (let from = 0; from < ids.length; from += STEP) {
    const step = JSON.stringify(ids.slice(from, from + STEP));
    deleted += await db.$executeRaw`DELETE FROM Caption WHERE removedAt IS NOT NULL AND id IN (SELECT value FROM json_each(${step}))`;
  }
  return deleted;
}

/** Images that no caption speaks of, removed or not. */
export async function listBareImageIds(db: Database): Promise<number[]> {
  return (await db.$queryRaw<{ id: number }[]>`SELECT id FROM Image WHERE NOT EXISTS (SELECT 1 FROM Caption WHERE imageId = Image.id)`).map(({ id }) => id);
}

/** Deletes images that no caption speaks of. @returns how many */
export async function deleteBareImages(db: Database, ids: number[]): Promise<number> {
  let deleted = 0;
  for (let from = 0; from < ids.length; from += STEP) {
    const step = JSON.stringify(ids.slice(from, from + STEP));
    deleted += await db.$executeRaw`DELETE FROM Image WHERE id IN (SELECT value FROM json_each(${step})) AND NOT EXISTS (SELECT 1 FROM Caption WHERE imageId = Image.id)`;
  }
  return deleted;
}

/** Deletes removed sources that have no caption any more, and collections that have nothing any more. @returns how many sources */
export async function deleteBareSources(db: Database): Promise<number> {
  const sources = await db.$executeRaw`DELETE FROM Source WHERE removedAt IS NOT NULL AND NOT EXISTS (SELECT 1 FROM Caption WHERE sourceId = Source.id)`;
  await db.$executeRaw`DELETE FROM Collection WHERE NOT EXISTS (SELECT 1 FROM Source WHERE collectionId = Collection.id) AND NOT EXISTS (SELECT 1 FROM Image WHERE collectionId = Collection.id)`;
  return sources;
}

/** Deletes ended jobs, with their logs, but for the last `keep`. @returns how many */
export async function deleteOldJobs(db: Database, keep: number): Promise<number> {
  return db.$executeRaw`
    DELETE FROM Job WHERE state IN ('done', 'failed', 'cancelled')
    AND id NOT IN (SELECT id FROM Job WHERE state IN ('done', 'failed', 'cancelled') ORDER BY id DESC LIMIT ${keep})`;
}

/** Deletes the vectors of models other than those named by SHA-256, and the models. @returns names of the models, and how many vectors */
export async function deleteUnusedModels(db: Database, used: string[]): Promise<{ models: string[]; vectors: number }> {
  const unused = await db.model.findMany({ where: { sha256: { notIn: used } } });
  let vectors = 0;
  for (const { id } of unused) {
    for (let deleted = STEP; deleted === STEP; vectors += deleted) {
      deleted = await db.$executeRaw`DELETE FROM Embedding WHERE modelId = ${id} AND captionId IN (SELECT captionId FROM Embedding WHERE modelId = ${id} LIMIT ${STEP})`;
    }
    await db.model.delete({ where: { id } });
  }
  return { models: unused.map(({ name }) => name), vectors };
}
