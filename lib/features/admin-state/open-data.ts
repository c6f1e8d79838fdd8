import { readEnv } from "@/lib/core/env";
import type { Database } from "@/lib/database/client";
import { searchEngine } from "@/lib/features/serving/search-engine";

/** The server's data folder with its database, for what is done in a request. */
export async function openData(): Promise<{ db: Database; dataDir: string }> {
  return { db: await searchEngine().openDatabase(), dataDir: readEnv().dataDir };
}
