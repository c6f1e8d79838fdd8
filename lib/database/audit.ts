import type { Database } from "./client";
import type { AuditEntry } from "./generated/client";

export interface NewAuditEntry {
  actor: string;
  address: string | null;
  act: string;
  target: string | null;
  /** "begun", "done", or an ErrorCode. */
  result: string;
  /** As JSON. */
  detail: string | null;
}

export async function addAuditEntry(db: Database, entry: NewAuditEntry): Promise<number> {
  return (await db.auditEntry.create({ data: entry, select: { id: true } })).id;
}

export async function endAuditEntry(db: Database, id: number, end: Pick<NewAuditEntry, "target" | "result" | "detail">): Promise<void> {
  await db.auditEntry.update({ where: { id }, data: end });
}

/** The latest first. @param before entries older than this one only */
export async function listAuditEntries(db: Database, { before, limit }: { before: number | null; limit: number }): Promise<AuditEntry[]> {
  return db.auditEntry.findMany({ where: before === null ? {} : { id: { lt: before } }, orderBy: { id: "desc" }, take: limit });
}
