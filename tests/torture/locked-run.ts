import { setTimeout as wait } from "node:timers/promises";
import type { Server } from "./app-process";
import { ingestTask, submit, waitForEnd } from "./jobs";
import { lockDatabase } from "./lock-holder";
import { search, type OwnData } from "./own-data";

export interface LockedReport {
  /** How the job ended that wanted to write. */
  jobState: string;
  /** Searches that were not answered. */
  failures: string[];
  /** The server's state afterwards. */
  health: string;
}

/** Locks the database while an ingest is at work and people search. */
export async function runLocked(data: OwnData, server: Server, milliseconds: number): Promise<LockedReport> {
  const id = await submit(data.db, ingestTask(await data.corpus({ images: 60, mark: "locked" })));
  await wait(500);
  const { released } = await lockDatabase(data.dataDir, milliseconds);
  const failures: string[] = [];
  let locked = true;
  void released.then(() => (locked = false));
  while (locked) {
    const { status, error } = await search(server);
    if (status !== 200) failures.push(`${status} ${error?.code}`);
    await wait(100);
  }
  const { state } = await waitForEnd(data.db, id);
  const health = await server.waitForHealth(({ problems }) => problems.length === 0);
  return { jobState: state, failures, health: health.status };
}
