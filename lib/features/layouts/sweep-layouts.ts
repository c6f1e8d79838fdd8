import type { Database } from "@/lib/database/client";
import { deleteLayoutRow, listLayouts } from "@/lib/database/layouts";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import { LayoutStore } from "./layout-store";

/**
 * Removes what killed jobs and removals left: half-written folders, folders that no row speaks of, rows whose folder is gone, and what was computed of
 * layouts that another one was begun after. Only a job that holds the lock "layout" may call it.
 * @param except the work folder to be kept
 * @returns how many
 */
export async function sweepLayouts(db: Database, dataDir: string, except?: { generation: string; name: string }): Promise<number> {
  const store = new LayoutStore(dataDir);
  const rows = await listLayouts(db);
  const known = new Set(rows.map(({ id }) => id));
  const found = new Set<string>();
  let swept = 0;
  for (const generation of await new GenerationStore(dataDir).list()) {
    swept += await store.removePartials(generation, except?.generation === generation ? except.name : undefined);
    for (const id of await store.list(generation)) {
      found.add(id);
      if (known.has(id)) continue;
      await store.remove({ generation, id });
      swept++;
    }
  }
  for (const { id } of rows.filter((row) => !found.has(row.id))) swept += Number(await deleteLayoutRow(db, id));
  return swept;
}
