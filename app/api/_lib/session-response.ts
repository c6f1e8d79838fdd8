import type { StartedSession } from "@/lib/features/admin-access/start-session";
import { deviceCookie, sessionCookie } from "./session-cookie";

/** What a browser that is signed in now keeps: the session, and what it is known by the next time. */
export function sessionResponse(request: Request, { cookie, csrf, expiresAt, device }: StartedSession & { device?: string }): Response {
  const response = Response.json({ csrf, expiresAt: expiresAt.toISOString() }, { headers: { "Cache-Control": "no-store" } });
  response.headers.append("Set-Cookie", sessionCookie(request, cookie, expiresAt));
  if (device !== undefined) response.headers.append("Set-Cookie", deviceCookie(request, device));
  return response;
}
