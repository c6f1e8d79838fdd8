import type { Database } from "@/lib/database/client";
import { findWorkers } from "@/lib/database/workers";
import type { WorkerView } from "./job-types";

/** The latest first; one that was killed stays in the list until another worker starts. */
export async function listWorkers(db: Database): Promise<WorkerView[]> {
  const workers = await findWorkers(db);
  return workers.map(({ id, startedAt, alive, version }) => ({ id, startedAt: startedAt.toISOString(), alive, version }));
}
