import type { Database } from "@/lib/database/client";
import { listGoldenRows } from "@/lib/database/golden-queries";
import type { GoldenQueryView } from "./reindex-types";

/** A row of GoldenQuery as people and programs see it. */
export function viewGoldenQuery(row: Awaited<ReturnType<typeof listGoldenRows>>[number]): GoldenQueryView {
  return { ...row, expected: JSON.parse(row.expected) as GoldenQueryView["expected"], createdAt: row.createdAt.toISOString() };
}

/** The queries that every new generation has to answer, in the order in which they were pinned. */
export async function listGoldenQueries(db: Database): Promise<GoldenQueryView[]> {
  return (await listGoldenRows(db)).map(viewGoldenQuery);
}
