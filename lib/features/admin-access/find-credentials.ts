import { AppError } from "@/lib/core/errors";
import { logger } from "@/lib/core/logger";
import { findAccount } from "@/lib/database/accounts";
import { findApiToken, touchApiToken } from "@/lib/database/api-tokens";
import type { Database } from "@/lib/database/client";
import { findSession, touchSession } from "@/lib/database/sessions";
import { ADMIN } from "./access-types";
import type { Actor } from "./actor";
import { openSealed } from "./sealed-secret";
import { isAlive } from "./session-life";
import { digestSecret, readSigningKey, sign } from "./signing-key";

/** Milliseconds between two notes of when a session or token was last used. */
const NOTE_USE_EVERY = 60_000;

export interface Credentials {
  actor: Actor;
  /** The session that asks, and what its changing requests have to carry; null for tokens. */
  session: { id: string; csrf: string; expiresAt: Date } | null;
}

export async function isPasswordSet(db: Database): Promise<boolean> {
  return (await findAccount(db, ADMIN)) !== null;
}

/** @throws AppError `forbidden` before there is an admin password */
export async function requirePassword(db: Database): Promise<void> {
  if (await isPasswordSet(db)) return;
  throw new AppError("forbidden", "No admin password is set, so administration works from the command line only. Set one with npm run admin -- set-password, or by the link that the server prints when it starts.");
}

/** @param cookie as sent @returns null for a forged, ended or unknown session */
export async function findSessionCredentials(db: Database, cookie: string | null, address: string | null): Promise<Credentials | null> {
  if (!cookie) return null;
  const key = await readSigningKey(db);
  const secret = openSealed(key, "session", cookie);
  const now = new Date();
  const session = secret === null ? null : await findSession(db, digestSecret(secret));
  if (!session || !isAlive(session, now)) return null;
  if (isDue(session.lastSeenAt, now)) noteUse(touchSession(db, session.id, now));
  return { actor: { kind: "session", name: session.account.name, address }, session: { id: session.id, csrf: sign(key, "csrf", session.id), expiresAt: session.expiresAt } };
}

/** @param token as sent @returns null for an unknown, expired or revoked token */
export async function findTokenCredentials(db: Database, token: string, address: string | null): Promise<Credentials | null> {
  const found = await findApiToken(db, digestSecret(token));
  const now = new Date();
  if (!found || found.revokedAt || (found.expiresAt && found.expiresAt <= now)) return null;
  if (!found.lastUsedAt || isDue(found.lastUsedAt, now)) noteUse(touchApiToken(db, found.id, now));
  return { actor: { kind: "token", name: `token ${found.name}`, address }, session: null };
}

/** Also where the clock was set back meanwhile. */
const isDue = (last: Date, now: Date) => Math.abs(now.getTime() - last.getTime()) >= NOTE_USE_EVERY;

/** No request waits for it, and none fails by it. */
function noteUse(saved: Promise<void>): void {
  saved.catch((error: unknown) => logger().warn({ err: error }, "when a session or token was last used could not be noted"));
}
