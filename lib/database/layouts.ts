import { AppError } from "@/lib/core/errors";
import type { Database, Transaction } from "./client";
import type { Layout } from "./generated/client";
import { confirmLease } from "./job-lease";

export type { Layout } from "./generated/client";

export interface NewLayout {
  id: string;
  generationId: string;
  method: string;
  unit: string;
  language: string | null;
  distance: string;
  count: number;
  createdAt: Date;
  manifest: unknown;
}

/** Layouts that show the same in the same way, and differ in when and with what parameters they were made. */
export type LayoutKind = Pick<Layout, "method" | "unit" | "language" | "distance">;

/** The newest first. */
const NEWEST = { id: "desc" } as const;

/** Generations that layouts can be shown of. */
const KEPT = ["active", "ready"];

/** Of all generations, the newest first. */
export async function listLayouts(db: Database | Transaction): Promise<Layout[]> {
  return db.layout.findMany({ orderBy: NEWEST });
}

/** Of one generation, the newest first. */
export async function listLayoutsOf(db: Database | Transaction, generationId: string): Promise<Layout[]> {
  return db.layout.findMany({ where: { generationId }, orderBy: NEWEST });
}

export async function findLayout(db: Database, id: string): Promise<Layout | null> {
  return db.layout.findUnique({ where: { id } });
}

/** A t-SNE of all captions; others are special views. */
const WHOLE = { method: "tsne", unit: "captions", language: null } as const;

/** What a map shows unless another one is asked for: of the active generation, or else of any, the newest t-SNE of all captions, or else the newest. */
export async function findCurrentLayout(db: Database): Promise<Layout | null> {
  const ofActive = { generation: { state: "active" } };
  for (const where of [{ ...ofActive, ...WHOLE }, ofActive, WHOLE, {}]) {
    const found = await db.layout.findFirst({ where, orderBy: NEWEST });
    if (found) return found;
  }
  return null;
}

/**
 * Makes a layout known whose files are written. Of its kind and generation, the newest `keep` stay known, itself included.
 * @returns the rows of those that do not
 * @throws AppError `conflict` where the job is another process's by now, and where the generation is gone
 */
export async function saveLayout(db: Database, jobId: number, { manifest, ...layout }: NewLayout, keep: number): Promise<Layout[]> {
  return db.$transaction(async (tx) => {
    await confirmLease(tx, jobId);
    const generation = await tx.generation.findUnique({ where: { id: layout.generationId }, select: { state: true } });
    if (!generation || !KEPT.includes(generation.state)) throw generationGone(layout.generationId);
    await tx.layout.create({ data: { ...layout, jobId, manifest: JSON.stringify(manifest) } });
    const { generationId, method, unit, language, distance } = layout;
    const older = await tx.layout.findMany({ where: { generationId, method, unit, language, distance }, orderBy: NEWEST, skip: keep });
    await tx.layout.deleteMany({ where: { id: { in: older.map(({ id }) => id) } } });
    return older;
  });
}

export const generationGone = (id: string) => new AppError("conflict", `The index generation ${id} was removed while it was laid out, and its layout with it. Lay out the one that is in use now: npm run layout`, { field: "generation" });

/** Forgets a layout. @returns false where it was not known */
export async function deleteLayoutRow(db: Database, id: string): Promise<boolean> {
  return (await db.layout.deleteMany({ where: { id } })).count > 0;
}

/** Forgets all layouts but these. */
export async function keepLayouts(db: Database, ids: readonly string[]): Promise<void> {
  await db.layout.deleteMany({ where: { id: { notIn: [...ids] } } });
}
