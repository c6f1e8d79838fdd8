import type { Database } from "@/lib/database/client";
import { deleteSessions } from "@/lib/database/sessions";

export async function signOut(db: Database, sessionId: string): Promise<void> {
  await deleteSessions(db, [sessionId]);
}

/** Ends every session, the caller's too. API tokens stay valid. @returns how many there were */
export async function signOutEverywhere(db: Database): Promise<number> {
  return deleteSessions(db);
}
