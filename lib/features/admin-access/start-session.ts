import type { Database } from "@/lib/database/client";
import type { Account } from "@/lib/database/generated/client";
import { deleteEndedSessions, saveSession } from "@/lib/database/sessions";
import { sealSecret } from "./sealed-secret";
import { expiryOf, unusedLimit } from "./session-life";
import { digestSecret, readSigningKey, sign } from "./signing-key";

/** Characters of a browser's description that are kept. */
const USER_AGENT_LENGTH = 300;

export interface Visitor {
  address: string;
  userAgent: string;
}

export interface StartedSession {
  /** The value of the session's cookie. */
  cookie: string;
  csrf: string;
  expiresAt: Date;
}

/** @returns null where the password was changed since `account` was read */
export async function startSession(db: Database, account: Account, { address, userAgent }: Visitor): Promise<StartedSession | null> {
  const [key, now] = [await readSigningKey(db), new Date()];
  await deleteEndedSessions(db, { expiredBy: now, unusedSince: unusedLimit(now) });
  const { secret, cookie } = sealSecret(key, "session");
  const [id, expiresAt] = [digestSecret(secret), expiryOf(now)];
  const saved = await saveSession(db, { id, accountId: account.id, address, userAgent: userAgent.slice(0, USER_AGENT_LENGTH), expiresAt }, account.changedAt);
  return saved ? { cookie, csrf: sign(key, "csrf", id), expiresAt } : null;
}
