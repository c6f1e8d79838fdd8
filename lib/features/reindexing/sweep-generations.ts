import type { Database } from "@/lib/database/client";
import { forgetCandidate, listGenerationsIn } from "@/lib/database/generations";
import { GenerationStore } from "@/lib/vector-index/generation-store";

/**
 * Removes what killed builds and removals left: half-written folders, folders that no row speaks of, and candidates whose folder is gone.
 * Only a job that holds the lock "index" may call it.
 * @returns how many
 */
export async function sweepGenerations(db: Database, dataDir: string): Promise<number> {
  const store = new GenerationStore(dataDir);
  const partial = await store.removePartials();
  const rows = await listGenerationsIn(db, ["active", "ready", "refused", "candidate"]);
  const known = new Set(rows.map(({ id }) => id));
  const onDisk = await store.list();
  const strays = onDisk.filter((id) => !known.has(id));
  for (const id of strays) await store.remove(id);
  const gone = rows.filter(({ id, state }) => state === "candidate" && !onDisk.includes(id));
  for (const { id } of gone) await forgetCandidate(db, id);
  return partial + strays.length + gone.length;
}
