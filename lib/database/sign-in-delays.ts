import type { Database } from "./client";
import type { SignInDelay } from "./generated/client";

export async function findDelay(db: Database, key: string): Promise<SignInDelay | null> {
  return db.signInDelay.findUnique({ where: { key } });
}

/**
 * Moves a delay on from what the caller saw (null: none).
 * @returns false where another attempt has moved it meanwhile
 */
export async function advanceDelay(db: Database, key: string, seen: SignInDelay | null, next: { failures: number; until: Date }): Promise<boolean> {
  if (seen) return (await db.signInDelay.updateMany({ where: { key, failures: seen.failures, until: seen.until }, data: next })).count === 1;
  return (await db.$executeRaw`INSERT INTO "SignInDelay" ("key", "failures", "until") VALUES (${key}, ${next.failures}, ${next.until}) ON CONFLICT ("key") DO NOTHING`) === 1;
}

export async function clearDelays(db: Database, keys?: string[]): Promise<void> {
  await db.signInDelay.deleteMany({ where: keys && { key: { in: keys } } });
}

/** Forgets those that ended before. */
export async function forgetDelays(db: Database, before: Date): Promise<void> {
  await db.signInDelay.deleteMany({ where: { until: { lt: before } } });
}
