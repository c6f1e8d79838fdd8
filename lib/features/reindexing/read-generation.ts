import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/database/client";
import { findGeneration, type Generation } from "@/lib/database/generations";
import { viewGeneration } from "./generation-view";
import type { GenerationView } from "./reindex-types";

/** @throws AppError `not_found` */
export async function needGeneration(db: Database, id: string): Promise<Generation> {
  const row = await findGeneration(db, id);
  if (!row) throw new AppError("not_found", `There is no index generation ${id}. npm run generation -- list shows those there are.`, { field: "generation" });
  return row;
}

/** @throws AppError `not_found` */
export async function readGeneration(db: Database, dataDir: string, id: string): Promise<GenerationView> {
  return viewGeneration(await needGeneration(db, id), dataDir);
}
