import type { Database } from "@/lib/database/client";
import { listSessions as listRows } from "@/lib/database/sessions";
import type { SessionView } from "./access-types";
import { isAlive } from "./session-life";

/** Digits of a session's id that tell it from the others. */
const SHOWN_DIGITS = 12;

/** The latest first. @param own id of the session that asks, null for a token */
export async function listSessions(db: Database, own: string | null): Promise<SessionView[]> {
  const now = new Date();
  return (await listRows(db)).filter((row) => isAlive(row, now)).map(({ id, address, userAgent, createdAt, lastSeenAt, expiresAt }) => ({
    id: id.slice(0, SHOWN_DIGITS),
    address,
    userAgent,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    current: id === own,
  }));
}
