import type { Database } from "./client";
import type { Model } from "./generated/client";

interface NewModel {
  name: string;
  sha256: string;
  /** Length of its vectors. */
  dimensions: number;
  /** Where it is found and how it is read, as JSON. */
  reference: string;
  settings: string;
}

/** Finds the row of a model, or makes it; where the model is found now replaces where it was found before. */
export async function saveModel(db: Database, { sha256, ...about }: NewModel): Promise<number> {
  const { id } = await db.model.upsert({ where: { sha256 }, create: { sha256, ...about }, update: about });
  return id;
}

export async function findModel(db: Database, sha256: string): Promise<Model | null> {
  return db.model.findUnique({ where: { sha256 } });
}

/** Every model that ever embedded, the latest last. */
export async function listModels(db: Database): Promise<Model[]> {
  return db.model.findMany({ orderBy: { id: "asc" } });
}
