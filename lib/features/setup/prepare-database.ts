import { readEnv } from "@/lib/core/env";
import { configureConnection, database, type Database } from "@/lib/database/client";
import { rememberDatabaseFile } from "@/lib/database/database-file";
import { migrate } from "@/lib/database/migrate";
import { completeLexicon } from "@/lib/features/lexicon/complete-lexicon";

/** Makes or migrates the data folder's database and opens this process's connection to it. Cheap where nothing is to be done. */
export async function prepareDatabase(dataDir: string = readEnv().dataDir): Promise<{ db: Database; applied: string[] }> {
  const applied = await migrate(dataDir);
  const db = database(dataDir);
  await configureConnection(db);
  await rememberDatabaseFile(dataDir);
  await completeLexicon(db);
  return { db, applied };
}
