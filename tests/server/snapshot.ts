import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import type { Database } from "@/lib/database/client";

/** Tables and columns that are written whenever somebody asks. */
const NOTES = new Set(["AuditEntry", "SignInDelay", "lastSeenAt", "lastUsedAt"]);

/** What a data folder holds: a digest of the rows of every table, but for notes of who asked, and the names of its files. */
export async function snapshot(db: Database, dataDir: string): Promise<Record<string, string>> {
  const tables = await db.$queryRawUnsafe<{ name: string }[]>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name");
  const taken: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !NOTES.has(table.name))) {
    const rows = await db.$queryRawUnsafe(`SELECT * FROM "${name}"`);
    taken[name] = createHash("sha256").update(JSON.stringify(rows, (key, value: unknown) => (NOTES.has(key) ? null : typeof value === "bigint" ? String(value) : value))).digest("hex");
  }
  const files = (await readdir(dataDir, { recursive: true })).filter((file) => !/kotomap\.db-(wal|shm)$/.test(file));
  return { ...taken, files: files.sort().join("\n") };
}
