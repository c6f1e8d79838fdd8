import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/database/client";
import { listLayoutsOf } from "@/lib/database/layouts";
import type { LayoutStore } from "@/lib/features/layouts/layout-store";
import type { Fault } from "./verify-types";

const mend = (id: string) => `Remove it: npm run layout -- --remove ${id}. Then make it anew: npm run layout`;

/** What of a generation's layouts is not as it was written. */
export async function findLayoutFaults(db: Database, store: LayoutStore, generation: string): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const { id, manifest } of await listLayoutsOf(db, generation)) {
    try {
      await store.verify({ generation, id });
      const onDisk = await store.readManifest({ generation, id });
      if (JSON.stringify(onDisk) !== JSON.stringify(JSON.parse(manifest))) faults.push({ fault: `The manifest of the layout ${id} is not the one that the database has.`, mend: mend(id) });
    } catch (error) {
      if (!(error instanceof AppError) || (error.code !== "layout_damaged" && error.code !== "not_found")) throw error;
      faults.push({ fault: error.message, mend: mend(id) });
    }
  }
  return faults;
}
