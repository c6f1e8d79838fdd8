import { connect } from "@/lib/database/client";
import { setFirstPassword } from "@/lib/features/admin-access/set-password";

/** The admin password of every app that tests share: whoever comes first sets it. */
export const TEST_PASSWORD = "test admin パスワード";

export interface AdminSession {
  /** As a Cookie header: `kotomap-admin=…`. */
  cookie: string;
  csrf: string;
  /** Asks the app as the admin's page would; a body that is not a string or bytes is sent as JSON. */
  fetch: (path: string, init?: { method?: string; body?: unknown; headers?: Record<string, string>; signal?: AbortSignal }) => Promise<Response>;
  /** The same, for an answer that has to be good, as JSON. */
  ask: <T>(path: string, init?: { method?: string; body?: unknown }) => Promise<T>;
}

/** Sets the admin password in a data folder where there is none yet. */
export async function ensurePassword(dataDir: string, password = TEST_PASSWORD): Promise<void> {
  const db = connect(dataDir);
  try {
    if ((await db.account.count()) === 0) await setFirstPassword(db, password);
  } finally {
    await db.$disconnect();
  }
}

/** Posts to the door, as a browser on the app's own page would. */
export function postSignIn(baseUrl: string, password: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${baseUrl}/api/v1/admin/sign-in`, { method: "POST", headers: { "Content-Type": "application/json", Origin: baseUrl, ...headers }, body: JSON.stringify({ password }) });
}

/** The cookies that an answer sets, as a Cookie header. */
export const cookiesOf = (response: Response): string => response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");

/** Signs in over HTTP, with the password set before where there is none. Sessions of other tests stay. */
export async function adminSession(baseUrl: string, dataDir: string, password = TEST_PASSWORD): Promise<AdminSession> {
  await ensurePassword(dataDir, password);
  const response = await postSignIn(baseUrl, password);
  if (!response.ok) throw new Error(`Signing in failed: ${response.status} ${await response.text()}`);
  const { csrf } = (await response.json()) as { csrf: string };
  return useSession(baseUrl, cookiesOf(response), csrf);
}

function useSession(baseUrl: string, cookie: string, csrf: string): AdminSession {
  const ask: AdminSession["fetch"] = (path, { method = "GET", body, headers, signal } = {}) => {
    const raw = typeof body === "string" || body instanceof Uint8Array;
    const own = { Cookie: cookie, Origin: baseUrl, "X-Kotomap-CSRF": csrf, ...(body !== undefined && !raw && { "Content-Type": "application/json" }) };
    return fetch(baseUrl + path, { method, headers: { ...own, ...headers }, body: body === undefined ? undefined : raw ? (body as BodyInit) : JSON.stringify(body), redirect: "manual", signal });
  };
  const askJson = async <T>(path: string, init?: { method?: string; body?: unknown }): Promise<T> => {
    const response = await ask(path, init);
    if (!response.ok) throw new Error(`${init?.method ?? "GET"} ${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  };
  return { cookie, csrf, fetch: ask, ask: askJson };
}
