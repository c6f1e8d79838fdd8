import type { Database } from "./client";
import type { GoldenQuery } from "./generated/client";

export async function listGoldenRows(db: Database): Promise<GoldenQuery[]> {
  return db.goldenQuery.findMany({ orderBy: { id: "asc" } });
}

/** @param expected as JSON */
export async function createGoldenRow(db: Database, row: { text: string; expected: string; createdBy: string }): Promise<GoldenQuery> {
  return db.goldenQuery.create({ data: row });
}

/** @returns whether there was one */
export async function deleteGoldenRow(db: Database, id: number): Promise<boolean> {
  return (await db.goldenQuery.deleteMany({ where: { id } })).count > 0;
}
