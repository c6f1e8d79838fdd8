import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AuditView, SessionView, TokenView } from "@/lib/features/admin-access/access-types";
import { connect, type Database } from "@/lib/database/client";
import { useOwnApp } from "../e2e/own-app";
import { adminSession, cookiesOf, ensurePassword, postSignIn, TEST_PASSWORD } from "../server/admin";
import type { ErrorBody } from "./fetch-json";

const app = useOwnApp();
const signedIn = () => adminSession(app().url, app().dataDir);

let db: Database;
beforeAll(async () => {
  db = connect(app().dataDir);
  await ensurePassword(app().dataDir);
});
afterAll(() => db.$disconnect());
beforeEach(() => db.signInDelay.deleteMany());

/** Fails twice, with the failures in between that make the address wait for minutes. */
async function failOften(headers: () => Record<string, string> = () => ({})): Promise<void> {
  expect((await postSignIn(app().url, "wrong password", headers())).status).toBe(401);
  await db.signInDelay.updateMany({ data: { failures: 14 } });
  expect((await postSignIn(app().url, "wrong password", headers())).status).toBe(401);
}

describe("POST /api/v1/admin/sign-in", () => {
  it("sets a cookie that no script reads, no other site sends and, over https, nothing else carries", async () => {
    const [session = "", device = ""] = (await postSignIn(app().url, TEST_PASSWORD)).headers.getSetCookie();
    expect(session).toMatch(/^kotomap-admin=[\w-]{43}\.[\w-]{43}; Path=\/; Expires=[^;]+ GMT; HttpOnly; SameSite=Strict$/);
    expect(device).toMatch(/^kotomap-admin-device=[\w-]{43}\.[\w-]{43}; Path=\/api\/v1\/admin\/sign-in; Max-Age=31536000; HttpOnly; SameSite=Strict$/);
    const [secure] = (await postSignIn(app().url, TEST_PASSWORD, { "X-Forwarded-Proto": "https" })).headers.getSetCookie();
    expect(secure).toMatch(/; Secure$/);
  });

  it("keeps hashes only: neither the cookie's secret nor the password is in the database", async () => {
    const { cookie } = await signedIn();
    const secret = /kotomap-admin=([\w-]+)\./.exec(cookie)?.[1] ?? "";
    const rows = JSON.stringify([await db.session.findMany(), await db.account.findMany(), await db.auditEntry.findMany()]);
    expect(secret).toHaveLength(43);
    expect(rows).not.toContain(secret);
    expect(rows).not.toContain(TEST_PASSWORD);
  });

  it("limits attempts by the address of the socket, whatever X-Forwarded-For says, and says when to come back", async () => {
    let last = 0;
    const forged = () => ({ "X-Forwarded-For": `198.51.100.${++last}` });
    await failOften(forged);
    const refused = await postSignIn(app().url, "wrong password", forged());
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(60);
    expect(((await refused.json()) as ErrorBody).error).toMatchObject({ code: "too_many_attempts" });
    expect((await db.signInDelay.findMany()).map(({ key }) => key).sort()).toEqual(["account admin", expect.stringMatching(/^address (127\.0\.0\.1|0:0:0:0::\/64)$/)]);
  });

  it("does not hear the right password either while the address waits, but the browser that has signed in before", async () => {
    const known = cookiesOf(await postSignIn(app().url, TEST_PASSWORD));
    await failOften();
    expect((await postSignIn(app().url, TEST_PASSWORD)).status).toBe(429);
    expect((await postSignIn(app().url, TEST_PASSWORD, { Cookie: known })).status).toBe(200);
    const forged = known.replace(/device=[\w-]{5}/, "device=AAAAA");
    expect((await postSignIn(app().url, TEST_PASSWORD, { Cookie: forged })).status).toBe(429);
  });

  it("is closed to other sites and to forms", async () => {
    expect((await postSignIn(app().url, TEST_PASSWORD, { Origin: "http://evil.example" })).status).toBe(403);
    const form = await fetch(`${app().url}/api/v1/admin/sign-in`, { method: "POST", body: new URLSearchParams({ password: TEST_PASSWORD }) });
    expect([form.status, form.headers.getSetCookie()]).toEqual([400, []]);
  });
});

describe("Sessions", () => {
  it("end by signing out; others go on", async () => {
    const [one, other] = [await signedIn(), await signedIn()];
    const { sessions } = await one.ask<{ sessions: SessionView[] }>("/api/v1/admin/sessions");
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    expect(sessions.length).toBeGreaterThanOrEqual(2);
    const out = await one.fetch("/api/v1/admin/sign-out", { method: "POST" });
    expect([out.status, out.headers.getSetCookie()[0]]).toEqual([200, expect.stringMatching(/^kotomap-admin=; Path=\/; Max-Age=0/)]);
    expect((await one.fetch("/api/v1/admin/session")).status).toBe(401);
    expect((await other.fetch("/api/v1/admin/session")).status).toBe(200);
  });

  it("all end by signing out everywhere", async () => {
    const [one, other] = [await signedIn(), await signedIn()];
    await one.ask("/api/v1/admin/sign-out-everywhere", { method: "POST" });
    expect((await one.fetch("/api/v1/admin/session")).status).toBe(401);
    expect((await other.fetch("/api/v1/admin/session")).status).toBe(401);
    expect(await db.session.count()).toBe(0);
  });

  it("all end by a new password, but for the one that set it, which gets another", async () => {
    const [one, other] = [await signedIn(), await signedIn()];
    const change = (present: string, password: string, by = one) => by.fetch("/api/v1/admin/password", { method: "POST", body: { present, password } });
    expect((await change("wrong password", "another password")).status).toBe(403);
    expect((await change(TEST_PASSWORD, "short")).status).toBe(400);
    expect((await one.fetch("/api/v1/admin/session")).status).toBe(200);
    const changed = await change(TEST_PASSWORD, "another password");
    expect(changed.status).toBe(200);
    for (const old of [one, other]) expect((await old.fetch("/api/v1/admin/session")).status).toBe(401);
    const headers = { Cookie: cookiesOf(changed), "X-Kotomap-CSRF": ((await changed.json()) as { csrf: string }).csrf, "Content-Type": "application/json" };
    expect((await fetch(`${app().url}/api/v1/admin/session`, { headers })).status).toBe(200);
    expect((await postSignIn(app().url, TEST_PASSWORD)).status).toBe(401);
    const back = await fetch(`${app().url}/api/v1/admin/password`, { method: "POST", headers, body: JSON.stringify({ present: "another password", password: TEST_PASSWORD }) });
    expect(back.status).toBe(200);
  });
});

describe("API tokens", () => {
  const bearer = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });

  it("are shown once, work without CSRF token, note their use, and are refused once revoked", async () => {
    const session = await signedIn();
    const made = await session.ask<TokenView & { token: string }>("/api/v1/admin/tokens", { method: "POST", body: { name: "lecture", days: 30 } });
    expect(made.token).toMatch(/^kmt_[\w-]{43}$/);
    expect(JSON.stringify(await db.apiToken.findMany())).not.toContain(made.token);
    const me = await fetch(`${app().url}/api/v1/admin/session`, bearer(made.token));
    expect(await me.json()).toEqual({ kind: "token", name: "token lecture", csrf: null, expiresAt: null });
    await expect.poll(async () => (await session.ask<{ tokens: TokenView[] }>("/api/v1/admin/tokens")).tokens[0]).toMatchObject({ name: "lecture", state: "usable", lastUsedAt: expect.any(String) as string });
    expect(JSON.stringify(await session.ask("/api/v1/admin/tokens"))).not.toContain(made.token);
    await session.ask(`/api/v1/admin/tokens/${made.id}`, { method: "DELETE" });
    expect((await fetch(`${app().url}/api/v1/admin/session`, bearer(made.token))).status).toBe(401);
    expect((await session.fetch("/api/v1/admin/tokens", { method: "POST", body: { name: "lecture" } })).status).toBe(409);
  });

  it("cannot make other tokens, change the password or end sessions", async () => {
    const { token } = await (await signedIn()).ask<{ token: string }>("/api/v1/admin/tokens", { method: "POST", body: { name: "greedy" } });
    const post = (path: string, body: object) => fetch(app().url + path, { method: "POST", headers: { ...bearer(token).headers, "Content-Type": "application/json" }, body: JSON.stringify(body) });
    const answers = [post("/api/v1/admin/tokens", { name: "child" }), post("/api/v1/admin/password", { present: TEST_PASSWORD, password: "another password" }), post("/api/v1/admin/sign-out-everywhere", {})];
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([403, 403, 403]);
    expect((await postSignIn(app().url, TEST_PASSWORD)).status).toBe(200);
  });
});

describe("The audit list", () => {
  it("says who did what, from where and how it ended, the latest first, page by page", async () => {
    await db.auditEntry.deleteMany();
    await postSignIn(app().url, "wrong password", { "X-Forwarded-For": "198.51.100.7" });
    const session = await signedIn();
    await session.ask("/api/v1/admin/tokens", { method: "POST", body: { name: "listed", days: 7 } });
    await session.fetch("/api/v1/admin/tokens/999", { method: "DELETE" });
    await session.fetch("/api/v1/admin/tokens/1", { method: "DELETE", headers: { "X-Kotomap-CSRF": "wrong" } });
    const page = (query: string) => session.ask<{ entries: AuditView[]; next: number | null }>(`/api/v1/admin/audit?${query}`);
    const first = await page("limit=3");
    const rest = await page(`limit=3&before=${first.next}`);
    expect([...first.entries, ...rest.entries].map(({ actor, act, target, result, detail }) => [actor, act, target, result, detail])).toEqual([
      ["admin", "token.revoke", null, "forbidden", null],
      ["admin", "token.revoke", "token 999", "not_found", null],
      ["admin", "token.create", "token listed", "done", { days: 7 }],
      ["admin", "sign-in", null, "done", null],
      ["admin", "sign-in", null, "unauthenticated", null],
    ]);
    expect(rest.next).toBeNull();
    expect(new Set([...first.entries, ...rest.entries].map(({ address }) => address?.replace("::1", "127.0.0.1")))).toEqual(new Set(["127.0.0.1"]));
  });
});
