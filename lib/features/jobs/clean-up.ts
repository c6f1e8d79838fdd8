import type { Database } from "@/lib/database/client";
import { clearStaging } from "@/lib/database/staging";
import { GenerationStore } from "@/lib/vector-index/generation-store";

/** Throws away what a job has begun and not ended. Whoever calls it holds the job, and with it the lock: nobody else has anything half-written of that kind. */
export async function cleanUpAfter(db: Database, dataDir: string, holds: string | null): Promise<void> {
  if (holds === "captions") await clearStaging(db);
  if (holds === "index") await new GenerationStore(dataDir).removePartials();
}
