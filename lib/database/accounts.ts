import type { Database } from "./client";
import type { Account } from "./generated/client";

export async function findAccount(db: Database, name: string): Promise<Account | null> {
  return db.account.findUnique({ where: { name } });
}

/** Makes the account or gives it another password; whoever was signed in no longer is. */
export async function savePassword(db: Database, name: string, passwordHash: string): Promise<void> {
  await db.$transaction([
    db.account.upsert({ where: { name }, create: { name, passwordHash }, update: { passwordHash, changedAt: new Date() } }),
    db.session.deleteMany({ where: { account: { name } } }),
  ]);
}

/** Makes an account where there is none of that name. @returns whether it did */
export async function createAccount(db: Database, name: string, passwordHash: string): Promise<boolean> {
  const made = await db.$executeRaw`INSERT INTO "Account" ("name", "passwordHash", "createdAt", "changedAt") VALUES (${name}, ${passwordHash}, ${new Date()}, ${new Date()}) ON CONFLICT ("name") DO NOTHING`;
  return made === 1;
}

/** The same password under newer parameters: nobody is signed out. */
export async function replaceHash(db: Database, account: Account, passwordHash: string): Promise<void> {
  await db.account.updateMany({ where: { id: account.id, passwordHash: account.passwordHash }, data: { passwordHash } });
}
