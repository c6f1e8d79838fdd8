import { toAppError } from "@/lib/core/errors";
import { logger } from "@/lib/core/logger";
import { addAuditEntry, endAuditEntry } from "@/lib/database/audit";
import type { Database } from "@/lib/database/client";
import type { Actor } from "./actor";

/** What an act was done to, and with what; never a secret. */
export interface ActNote {
  /** "job 12", a generation's id. */
  target?: string;
  detail?: unknown;
}

/**
 * Does an act and keeps in the audit list who did it, when, and how it ended. An act whose process is killed stays there as "begun".
 * Where the list cannot be written (a full disk), the log has the entry instead: the act may be what mends it.
 * @param act "job.cancel", "generation.activate", …
 * @param note may be filled by `work` as it learns more
 * @throws what `work` throws
 */
export async function recordAct<T>(db: Database, actor: Pick<Actor, "name" | "address">, act: string, work: (note: ActNote) => Promise<T>, note: ActNote = {}): Promise<T> {
  const who = { actor: actor.name, address: actor.address, act };
  const id = await write({ ...who, ...note }, () => addAuditEntry(db, { ...who, ...describe(note), result: "begun" }));
  const end = (result: string) =>
    write<unknown>({ ...who, ...note, result }, () => (id === null ? addAuditEntry(db, { ...who, ...describe(note), result }) : endAuditEntry(db, id, { ...describe(note), result })));
  try {
    const result = await work(note);
    await end("done");
    return result;
  } catch (error) {
    await end(toAppError(error).code);
    throw error;
  }
}

const describe = ({ target, detail }: ActNote) => ({ target: target ?? null, detail: detail === undefined ? null : JSON.stringify(detail) });

async function write<T>(entry: object, save: () => Promise<T>): Promise<T | null> {
  try {
    return await save();
  } catch (error) {
    logger().error({ err: error, entry }, "an entry of the audit list could not be written");
    return null;
  }
}
