import { listAuditEntries } from "@/lib/database/audit";
import type { Database } from "@/lib/database/client";
import type { AuditView } from "./access-types";

/**
 * The acts of everybody, the latest first.
 * @param before id of an entry: only older ones
 * @returns a page, and the `before` of the next one (null: this is the last)
 */
export async function listAudit(db: Database, { before = null, limit = 50 }: { before?: number | null; limit?: number } = {}): Promise<{ entries: AuditView[]; next: number | null }> {
  const rows = await listAuditEntries(db, { before, limit: limit + 1 });
  const entries = rows.slice(0, limit).map(({ at, detail, ...row }) => ({ ...row, at: at.toISOString(), detail: detail === null ? null : (JSON.parse(detail) as unknown) }));
  return { entries, next: rows.length > limit ? (entries.at(-1)?.id ?? null) : null };
}
