import type { Database, Transaction } from "./client";
import { Prisma } from "./generated/client";

/** Which captions a generation takes; null: all. */
export interface CorpusSelection {
  languages: string[] | null;
  collections: string[] | null;
}

/** What is taken out of the corpus. */
export interface CorpusRemoval {
  sourceIds: number[];
  captionIds: number[];
}

/** The captions of a generation: those selected that are neither removed nor about to be. */
export interface CorpusSlice extends CorpusSelection {
  without: CorpusRemoval;
  /** Only captions with ids up to this one. */
  upTo?: number;
}

export const WHOLE_CORPUS: CorpusSlice = { languages: null, collections: null, without: { sourceIds: [], captionIds: [] } };

/** A number that grows in every transaction that changes what a generation would hold. */
export async function readRevision(db: Database | Transaction): Promise<number> {
  const row = await db.corpus.findUnique({ where: { id: 1 } });
  return row?.revision ?? 0;
}

/** Belongs into every transaction that changes captions: a build that is under way then takes the change in. */
export async function moveRevision(tx: Transaction): Promise<void> {
  await tx.$executeRaw`INSERT INTO Corpus (id, revision) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET revision = revision + 1`;
}

const isIn = (column: Prisma.Sql, values: readonly (string | number)[]) => Prisma.sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;

/** Conditions, to follow AND, by which Caption AS c belongs to a slice. */
export function inSlice({ languages, collections, without, upTo }: CorpusSlice): Prisma.Sql {
  const { sourceIds, captionIds } = without;
  const conditions = [Prisma.sql`c.removedAt IS NULL`];
  if (languages) conditions.push(isIn(Prisma.sql`c.language`, languages));
  if (collections) conditions.push(Prisma.sql`c.sourceId IN (SELECT s.id FROM Source AS s JOIN Collection AS k ON k.id = s.collectionId WHERE ${isIn(Prisma.sql`k.name`, collections)})`);
  if (sourceIds.length > 0) conditions.push(Prisma.sql`NOT ${isIn(Prisma.sql`c.sourceId`, sourceIds)}`);
  if (captionIds.length > 0) conditions.push(Prisma.sql`NOT ${isIn(Prisma.sql`c.id`, captionIds)}`);
  if (upTo !== undefined) conditions.push(Prisma.sql`c.id <= ${upTo}`);
  return Prisma.join(conditions, " AND ");
}

export async function countCaptionsOf(db: Database, slice: CorpusSlice): Promise<number> {
  const [row] = await db.$queryRaw<{ count: bigint }[]>`SELECT count(*) AS count FROM Caption AS c WHERE ${inSlice(slice)}`;
  return Number(row?.count ?? 0);
}
