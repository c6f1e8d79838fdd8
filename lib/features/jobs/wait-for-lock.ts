import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "@/lib/database/client";
import { takeLock } from "@/lib/database/job-claims";
import { takenOver } from "@/lib/database/job-lease";
import { findWorkers } from "@/lib/database/workers";
import type { JobLock } from "./job-types";
import { requeueGoneJobs } from "./requeue-gone-jobs";

/** Milliseconds between two tries. */
const TRY_EVERY = 250;

/** Whether queued jobs have their turn by their ids: without a worker they would be waited for in vain. */
export const heedsQueue = async (db: Database) => (await findWorkers(db)).some(({ alive }) => alive);

/**
 * Waits until a running job of this process has its turn for a lock. One that a killed process held is free.
 * @param onWait told once, where it does not have it at once
 * @throws the signal's reason; AppError `conflict` where another process has the job by now
 */
export async function waitForLock(db: Database, dataDir: string, id: number, lock: JobLock, { signal, onWait }: { signal: AbortSignal; onWait: () => void }): Promise<void> {
  for (let tries = 0; ; tries++) {
    signal.throwIfAborted();
    const outcome = await takeLock(db, { id, lock, heedQueue: await heedsQueue(db) });
    if (outcome === "taken") return;
    if (outcome === null) throw takenOver(id);
    if (tries === 0) onWait();
    await requeueGoneJobs(db, dataDir);
    await wait(TRY_EVERY, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}
