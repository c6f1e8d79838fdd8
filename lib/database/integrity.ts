import type { Database } from "./client";

/** Ids looked up by one statement: between two, others get their turn. */
const STEP = 20_000;
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

/** Vectors that are not of their model's length, by model; none in a sound database. */
export async function countBadEmbeddings(db: Database): Promise<{ modelId: number; model: string; count: number }[]> {
  const rows = await db.$queryRaw<{ modelId: number; model: string; count: bigint }[]>`
    SELECT m.id AS modelId, m.name AS model, count(*) AS count FROM Embedding AS e JOIN Model AS m ON m.id = e.modelId WHERE length(e.vector) <> 4 * m.dimensions GROUP BY m.id`;
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** @returns how many were taken away */
export async function deleteBadEmbeddings(db: Database): Promise<number> {
  return db.$executeRaw`DELETE FROM Embedding WHERE length(vector) <> (SELECT 4 * dimensions FROM Model WHERE id = modelId)`;
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
