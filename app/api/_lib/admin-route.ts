import type { Credentials } from "@/lib/features/admin-access/find-credentials";
import { recordAct, type ActNote } from "@/lib/features/admin-access/record-act";
import type { Actor } from "@/lib/features/admin-access/actor";
import { searchEngine } from "@/lib/features/serving/search-engine";
import { authenticate, requireIntent } from "./authenticate";
import { respond } from "./respond";

/**
 * A route for the admin that leaves nothing to record. Guards whatever the method: what is no GET or HEAD has to carry the session's CSRF token.
 * Answers 401 without valid credentials, 403 for a foreign request and where no password is set.
 */
export function adminRead<T>(request: Request, work: (actor: Actor, credentials: Credentials) => Promise<T>): Promise<Response> {
  return respond(async () => {
    const credentials = await authenticate(request);
    requireIntent(request, credentials);
    return work(credentials.actor, credentials);
  });
}

/**
 * A route by which the admin changes something: guarded as adminRead, and kept in the audit list whether it works or not, foreign requests in the admin's name too.
 * @param act "job.cancel", "generation.activate", …
 * @param work fills `note` with what it was done to and with what, never with secrets
 */
export function adminAct<T>(request: Request, act: string, work: (actor: Actor, note: ActNote, credentials: Credentials) => Promise<T>): Promise<Response> {
  return respond(async () => {
    const credentials = await authenticate(request);
    const db = await searchEngine().openDatabase();
    return recordAct(db, credentials.actor, act, async (note) => {
      requireIntent(request, credentials);
      return work(credentials.actor, note, credentials);
    });
  });
}
