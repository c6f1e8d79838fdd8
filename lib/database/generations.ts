import type { Database } from "./client";
import type { Generation } from "./generated/client";

export interface NewGeneration {
  id: string;
  model: { name: string; sha256: string; dimensions: number };
  count: number;
  contentSha256: string;
  manifest: unknown;
}

/** Makes a generation the active one: the single step by which searches change over. */
export async function activateGeneration(db: Database, generation: NewGeneration): Promise<void> {
  const { model, manifest, ...rest } = generation;
  await db.$transaction([
    db.generation.updateMany({ where: { state: "active" }, data: { state: "ready" } }),
    db.generation.create({
      data: { ...rest, modelName: model.name, modelSha256: model.sha256, dimensions: model.dimensions, manifest: JSON.stringify(manifest), state: "active", activatedAt: new Date() },
    }),
  ]);
}

export async function findActiveGeneration(db: Database): Promise<Generation | null> {
  return db.generation.findFirst({ where: { state: "active" }, orderBy: { activatedAt: "desc" } });
}

/** The active generation, then the ones kept for going back, the latest first. */
export async function listUsableGenerations(db: Database): Promise<Generation[]> {
  const all = await db.generation.findMany({ where: { state: { in: ["active", "ready"] } }, orderBy: { activatedAt: "desc" } });
  return [...all.filter(({ state }) => state === "active"), ...all.filter(({ state }) => state !== "active")];
}

export async function retireGeneration(db: Database, id: string): Promise<void> {
  await db.generation.update({ where: { id }, data: { state: "retired" } });
}
