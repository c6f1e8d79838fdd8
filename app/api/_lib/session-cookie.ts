/** Signed, see lib/features/admin-access. */
export const SESSION_COOKIE = "kotomap-admin";

/** Tells a browser that has signed in before, so that a stranger's failed attempts do not delay it. Sent to the door alone. */
export const DEVICE_COOKIE = "kotomap-admin-device";
export const SIGN_IN_PATH = "/api/v1/admin/sign-in";

const YEAR = 365 * 24 * 60 * 60;

/** The value of a cookie of a request; null where it has none. */
export function readCookie(request: Request, name: string): string | null {
  const pairs = (request.headers.get("cookie") ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}

/** Strict: an admin page opened from another site asks to sign in, and no other site's request is ever the admin's. */
const ATTRIBUTES = "HttpOnly; SameSite=Strict";

export function sessionCookie(request: Request, value: string, expiresAt: Date): string {
  return `${SESSION_COOKIE}=${value}; Path=/; Expires=${expiresAt.toUTCString()}; ${ATTRIBUTES}${secure(request)}`;
}

export const endedSessionCookie = (request: Request): string => `${SESSION_COOKIE}=; Path=/; Max-Age=0; ${ATTRIBUTES}${secure(request)}`;

export function deviceCookie(request: Request, value: string): string {
  return `${DEVICE_COOKIE}=${value}; Path=${SIGN_IN_PATH}; Max-Age=${YEAR}; ${ATTRIBUTES}${secure(request)}`;
}

/** By https alone where it came by https, to a proxy too. Who invents the header has a cookie that he cannot use. */
function secure(request: Request): string {
  const protocol = request.headers.get("x-forwarded-proto")?.split(",")[0]?.trim() ?? new URL(request.url).protocol.replace(":", "");
  return protocol === "https" ? "; Secure" : "";
}
