import type { Database } from "./client";

export async function readSetting(db: Database, key: string): Promise<string | null> {
  return (await db.setting.findUnique({ where: { key } }))?.value ?? null;
}

/** What is set, or else `value`, which is set then. Of several processes that set it at once, one does. */
export async function readOrMakeSetting(db: Database, key: string, value: string): Promise<string> {
  await db.$executeRaw`INSERT INTO "Setting" ("key", "value") VALUES (${key}, ${value}) ON CONFLICT ("key") DO NOTHING`;
  return (await readSetting(db, key)) ?? value;
}

export async function saveSetting(db: Database, key: string, value: string): Promise<void> {
  await db.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}
