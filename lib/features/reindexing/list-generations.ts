import type { Database } from "@/lib/database/client";
import { listKnownGenerations } from "@/lib/database/generations";
import { viewGeneration } from "./generation-view";
import type { GenerationView } from "./reindex-types";

/** All generations on disk, newest first, then the latest of those that were removed from it. */
export async function listGenerations(db: Database, dataDir: string): Promise<GenerationView[]> {
  return Promise.all((await listKnownGenerations(db)).map((row) => viewGeneration(row, dataDir)));
}
