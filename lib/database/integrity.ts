import { bytesToVector, dot } from "@/lib/core/vector";
import type { Database } from "./client";

/** Ids looked up by one statement: between two, others get their turn. */
const STEP = 20_000;
/** Vectors read at once. */
const VECTORS = 2048;
/** Farthest that the squared length of a vector may be from 1, as for an index. */
const LENGTH_TOLERANCE = 0.01;
/** Messages of SQLite's that are told. */
const MOST = 20;

/** How many of the ids stand for no caption. */
export async function countMissingCaptions(db: Database, captionIds: Uint32Array): Promise<number> {
  let missing = 0;
  for (let from = 0; from < captionIds.length; from += STEP) {
    const ids = JSON.stringify([...captionIds.subarray(from, from + STEP)]);
    const [row] = await db.$queryRaw<{ count: bigint }[]>`SELECT count(*) AS count FROM json_each(${ids}) AS wanted WHERE NOT EXISTS (SELECT 1 FROM Caption AS c WHERE c.id = wanted.value)`;
    missing += Number(row?.count ?? 0);
  }
  return missing;
}

interface BadEmbeddings {
  modelId: number;
  model: string;
  captionIds: number[];
}

/** Vectors that no index can hold, by model: not of their model's length, with values that are no numbers, or not of length 1. None in a sound database. */
export async function findBadEmbeddings(db: Database, signal: AbortSignal): Promise<BadEmbeddings[]> {
  const found: BadEmbeddings[] = [];
  for (const { id, name, dimensions } of await db.model.findMany({ orderBy: { id: "asc" } })) {
    const captionIds: number[] = [];
    for (let after = 0; ; ) {
      signal.throwIfAborted();
      const page = await db.$queryRaw<{ captionId: number; vector: Uint8Array }[]>`SELECT captionId, vector FROM Embedding WHERE modelId = ${id} AND captionId > ${after} ORDER BY captionId LIMIT ${VECTORS}`;
      for (const { captionId, vector } of page) if (!isSound(vector, dimensions)) captionIds.push(captionId);
      if (page.length < VECTORS) break;
      after = page.at(-1)?.captionId ?? after;
    }
    if (captionIds.length > 0) found.push({ modelId: id, model: name, captionIds });
  }
  return found;
}

function isSound(bytes: Uint8Array, dimensions: number): boolean {
  if (bytes.length !== 4 * dimensions) return false;
  const vector = bytesToVector(bytes);
  // So that NaN fails as well.
  return Math.abs(dot(vector, vector) - 1) <= LENGTH_TOLERANCE;
}

/** Deletes vectors that findBadEmbeddings finds. @returns how many */
export async function deleteBadEmbeddings(db: Database, signal: AbortSignal): Promise<number> {
  let deleted = 0;
  for (const { modelId, captionIds } of await findBadEmbeddings(db, signal)) {
    for (let from = 0; from < captionIds.length; from += STEP) {
      const ids = JSON.stringify(captionIds.slice(from, from + STEP));
      deleted += await db.$executeRaw`DELETE FROM Embedding WHERE modelId = ${modelId} AND captionId IN (SELECT value FROM json_each(${ids}))`;
    }
  }
  return deleted;
}

/** What SQLite finds wrong with its file, table by table, so that a stop is heard between two. */
export async function findDatabaseFaults(db: Database, signal: AbortSignal): Promise<string[]> {
  const tables = await db.$queryRaw<{ name: string }[]>`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`;
  const faults: string[] = [];
  for (const { name } of tables) {
    signal.throwIfAborted();
    const rows = await db.$queryRawUnsafe<{ integrity_check: string }[]>(`PRAGMA integrity_check("${name}")`);
    faults.push(...rows.map((row) => row.integrity_check).filter((message) => message !== "ok"));
    if (faults.length >= MOST) break;
  }
  return [...new Set(faults)].slice(0, MOST);
}
