import { clientAddress } from "@/lib/core/client-address";
import { AppError } from "@/lib/core/errors";
import { findSessionCredentials, findTokenCredentials, requirePassword, type Credentials } from "@/lib/features/admin-access/find-credentials";
import { isSame } from "@/lib/features/admin-access/signing-key";
import { searchEngine } from "@/lib/features/serving/search-engine";
import { requireSameOrigin } from "./same-origin";
import { readCookie, SESSION_COOKIE } from "./session-cookie";

/** Carries Credentials.session.csrf with every request that changes something. */
export const CSRF_HEADER = "x-kotomap-csrf";

const READS = new Set(["GET", "HEAD"]);

/**
 * Who asks: an API token in `Authorization: Bearer`, or the session of the cookie. Whatever is no GET or HEAD has to carry the session's token.
 * @throws AppError `forbidden` where no password is set and for a request that another site may have sent, `unauthenticated` without valid credentials
 */
export async function authenticate(request: Request): Promise<Credentials> {
  const db = await searchEngine().openDatabase();
  await requirePassword(db);
  const address = clientAddress(request.headers);
  const authorization = request.headers.get("authorization");
  if (authorization !== null) {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    const found = token ? await findTokenCredentials(db, token, address) : null;
    if (!found) throw new AppError("unauthenticated", "The API token is unknown, expired or revoked. Make another on the page /admin/security or with npm run admin -- token create NAME.");
    return found;
  }
  const found = await findSessionCredentials(db, readCookie(request, SESSION_COOKIE), address);
  if (!found) throw new AppError("unauthenticated", "Sign in first, at /admin/sign-in; programs send an API token as Authorization: Bearer.");
  return found;
}

/** @throws AppError `forbidden` where a request of a session may be another site's doing */
export function requireIntent(request: Request, { session }: Credentials): void {
  if (READS.has(request.method) || !session) return;
  requireSameOrigin(request);
  if (!isSame(request.headers.get(CSRF_HEADER) ?? "", session.csrf)) {
    throw new AppError("forbidden", "The header X-Kotomap-CSRF does not carry the token of this session (GET /api/v1/admin/session gives it). Load the page anew and try again.");
  }
}
