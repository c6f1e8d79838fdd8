import type { Database } from "@/lib/database/client";
import { deleteLayoutRow, findLayout } from "@/lib/database/layouts";
import { LayoutStore } from "./layout-store";
import { noLayout } from "./load-layout";

/**
 * Removes a layout for good. Its row goes first: a folder without one is cleared away by the next layout.
 * @throws AppError `not_found`
 */
export async function deleteLayout(db: Database, dataDir: string, id: string): Promise<void> {
  const row = await findLayout(db, id);
  if (!row || !(await deleteLayoutRow(db, id))) throw noLayout(id);
  await new LayoutStore(dataDir).remove({ generation: row.generationId, id });
}
