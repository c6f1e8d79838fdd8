import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/database/client";

/**
 * The active generation of a database that may be of an earlier version: by columns that all versions have.
 * @throws AppError `not_found`
 */
export async function findActiveId(db: Database, dataDir: string): Promise<string> {
  const rows = await db.$queryRaw<{ id: string }[]>`SELECT id FROM Generation WHERE state = 'active'`.catch(() => []);
  if (!rows[0]) throw new AppError("not_found", `There is no index in ${dataDir}. Fill it first: npm run bench:ingest -- FILE`);
  return rows[0].id;
}
