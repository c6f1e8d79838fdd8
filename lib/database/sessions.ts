import type { Database } from "./client";
import type { Account, Session } from "./generated/client";

interface NewSession {
  /** SHA-256 (hex) of its secret. */
  id: string;
  accountId: number;
  address: string;
  userAgent: string;
  expiresAt: Date;
}

/** @returns false where the account's password was changed after `passwordOf`: the session would outlive that it ends */
export async function saveSession(db: Database, session: NewSession, passwordOf: Date): Promise<boolean> {
  return db.$transaction(async (tx) => {
    if (!(await tx.account.findFirst({ where: { id: session.accountId, changedAt: passwordOf } }))) return false;
    await tx.session.create({ data: session });
    return true;
  });
}

export async function findSession(db: Database, id: string): Promise<(Session & { account: Account }) | null> {
  return db.session.findUnique({ where: { id }, include: { account: true } });
}

/** Those that began last come first. */
export async function listSessions(db: Database): Promise<Session[]> {
  return db.session.findMany({ orderBy: { createdAt: "desc" } });
}

export async function touchSession(db: Database, id: string, at: Date): Promise<void> {
  await db.session.updateMany({ where: { id }, data: { lastSeenAt: at } });
}

/** @returns how many there were */
export async function deleteSessions(db: Database, ids?: string[]): Promise<number> {
  const { count } = await db.session.deleteMany({ where: ids && { id: { in: ids } } });
  return count;
}

/** Removes the sessions that ended by themselves. */
export async function deleteEndedSessions(db: Database, { expiredBy, unusedSince }: { expiredBy: Date; unusedSince: Date }): Promise<void> {
  await db.session.deleteMany({ where: { OR: [{ expiresAt: { lte: expiredBy } }, { lastSeenAt: { lte: unusedSince } }] } });
}
