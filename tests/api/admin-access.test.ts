import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Database } from "@/lib/database/client";
import { createToken } from "@/lib/features/admin-access/create-token";
import { revokeToken } from "@/lib/features/admin-access/revoke-token";
import { useOwnApp } from "../e2e/own-app";
import { adminSession, type AdminSession } from "../server/admin";
import { adminPages, adminPaths, DOORS } from "../server/admin-routes";
import { snapshot } from "../server/snapshot";
import type { ErrorBody } from "./fetch-json";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const READS = ["GET", "HEAD"];

/** An app of its own, without a password: what these tests do would be in others' way. */
const app = useOwnApp();
const paths = (await adminPaths()).filter((path) => !DOORS.includes(path));

let db: Database;
beforeAll(() => (db = connect(app().dataDir)));
afterAll(() => db.$disconnect());

const ask = (method: string, path: string, headers: Record<string, string>) => {
  const body = [...READS, "OPTIONS"].includes(method) ? undefined : "{}";
  return fetch(app().url + path, { method, headers: { ...(body && { "Content-Type": "application/json" }), ...headers }, body, redirect: "manual" });
};

/** What a route answers: `401 unauthenticated`; 405 where it does not know the method; what Next.js itself answers to OPTIONS is no answer of the route. */
async function answer(method: string, path: string, headers: Record<string, string> = {}): Promise<string> {
  const response = await ask(method, path, headers);
  const text = await response.text();
  if (method === "OPTIONS" && response.status === 204 && text === "") return "405";
  if (response.status === 405) return "405";
  const code = response.headers.get("content-type")?.includes("json") && text !== "" ? (JSON.parse(text) as Partial<ErrorBody>).error?.code : undefined;
  return [response.status, code].filter(Boolean).join(" ");
}

/** The answers of every method of every route, but for methods it does not know: answer → requests that got it. */
async function walk(methods: string[], headers: Record<string, string> = {}): Promise<Record<string, string[]>> {
  const answers: Record<string, string[]> = {};
  for (const path of paths) {
    const got = await Promise.all(methods.map(async (method) => [method, await answer(method, path, headers)] as const));
    if (methods === METHODS) expect(got.map(([, given]) => given), `${path} knows no method`).not.toEqual(METHODS.map(() => "405"));
    for (const [method, given] of got) if (given !== "405") (answers[given] ??= []).push(`${method} ${path}`);
  }
  return answers;
}

/** That every request was refused so; HEAD has no body that could name a code. */
function expectOnly(answers: Record<string, string[]>, status: number, code: string): void {
  const { [`${status} ${code}`]: refused = [], [`${status}`]: bare = [], ...others } = answers;
  expect(others).toEqual({});
  expect(bare.filter((request) => !request.startsWith("HEAD "))).toEqual([]);
  expect(refused.length).toBeGreaterThan(paths.length / 2);
}

describe("Before there is an admin password", () => {
  it("every route of the administration answers 403 and how one is set", async () => {
    expect(paths.length).toBeGreaterThan(10);
    expectOnly(await walk(METHODS), 403, "forbidden");
    const { error } = (await (await ask("GET", "/api/v1/admin/session", {})).json()) as ErrorBody;
    expect(error.message).toContain("npm run admin -- set-password");
  });

  it("the doors stay shut: no password is right, and no link but the printed one", async () => {
    const post = (path: string, body: object) => fetch(app().url + path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
    const forged = await post("/api/v1/admin/setup", { token: "A".repeat(43), password: "a long password" });
    expect([forged.status, forged.headers.getSetCookie()]).toEqual([403, []]);
    expect((await post("/api/v1/admin/sign-in", { password: "" })).status).toBe(403);
    expect(await db.account.count()).toBe(0);
  });
});

describe("Every method of every route of the administration", () => {
  let session: AdminSession;
  let before: Record<string, string>;
  const cookie = (value: string) => ({ Cookie: `kotomap-admin=${value}` });
  const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

  beforeAll(async () => {
    session = await adminSession(app().url, app().dataDir);
    before = await snapshot(db, app().dataDir);
  });
  afterAll(async () => {
    expect(await snapshot(db, app().dataDir)).toEqual(before);
  });

  /** Signs in, has something done to the session, and gives what its browser would go on sending. */
  async function spoiled(spoil: (id: string) => Promise<unknown>): Promise<Record<string, string>> {
    const known = new Set((await db.session.findMany()).map(({ id }) => id));
    const other = await adminSession(app().url, app().dataDir);
    const made = (await db.session.findMany()).find(({ id }) => !known.has(id));
    await spoil(made?.id ?? "");
    return { Cookie: other.cookie, "X-Kotomap-CSRF": other.csrf };
  }
  const removeSession = (id: string) => db.session.deleteMany({ where: { id } });

  it("answers 401 without credentials", async () => {
    expectOnly(await walk(METHODS), 401, "unauthenticated");
  });

  it.each([
    ["a made-up session", () => cookie(`${"A".repeat(43)}.${"B".repeat(43)}`)],
    ["a session with another's signature", () => cookie(`${"A".repeat(43)}.${session.cookie.split(";")[0]?.split(".")[1]}`)],
    ["a session without its signature", () => cookie(session.cookie.split(".")[0]?.split("=")[1] ?? "")],
    ["what is no session at all", () => cookie("true; admin=1")],
  ])("answers 401 to %s", async (_, forge) => {
    expectOnly(await walk(METHODS, { ...forge(), "X-Kotomap-CSRF": session.csrf }), 401, "unauthenticated");
  });

  it.each([
    ["expired", (id: string) => db.session.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1000) } })],
    ["was not used for twelve hours", (id: string) => db.session.update({ where: { id }, data: { lastSeenAt: new Date(Date.now() - 12 * 3_600_000 - 1000) } })],
    ["was ended", removeSession],
  ])("answers 401 to a session that %s", async (_, spoil) => {
    let spoiledId = "";
    const headers = await spoiled(async (id) => spoil((spoiledId = id)));
    expectOnly(await walk(METHODS, headers), 401, "unauthenticated");
    await removeSession(spoiledId);
  });

  it.each([
    ["made up", () => Promise.resolve(`kmt_${"A".repeat(43)}`)],
    ["expired", async () => {
      const { id, token } = await createToken(db, { name: "expired", days: 1 }, "test");
      await db.apiToken.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1000) } });
      return token;
    }],
    ["revoked", async () => {
      const { id, token } = await createToken(db, { name: "revoked", days: null }, "test");
      await revokeToken(db, { id });
      return token;
    }],
  ])("answers 401 to a token that is %s, also beside a good session", async (_, make) => {
    const headers = bearer(await make());
    expectOnly(await walk(METHODS, headers), 401, "unauthenticated");
    expectOnly(await walk(METHODS, { ...headers, Cookie: session.cookie, "X-Kotomap-CSRF": session.csrf }), 401, "unauthenticated");
    await db.apiToken.deleteMany();
  });

  const changing = METHODS.filter((method) => !READS.includes(method));
  it.each([
    ["carries no CSRF token", () => ({})],
    ["carries a wrong CSRF token", () => ({ "X-Kotomap-CSRF": "A".repeat(43) })],
    ["comes from another site", () => ({ "X-Kotomap-CSRF": session.csrf, "Sec-Fetch-Site": "cross-site" })],
    ["comes from another app on the machine", () => ({ "X-Kotomap-CSRF": session.csrf, Origin: "http://localhost:1" })],
  ])("answers 403 where what a session changes %s", async (_, headers) => {
    expectOnly(await walk(changing, { Cookie: session.cookie, ...headers() }), 403, "forbidden");
  });

  it("answers 403 where it carries the CSRF token of another session", async () => {
    let otherId = "";
    const other = await spoiled((id) => Promise.resolve((otherId = id)));
    expectOnly(await walk(changing, { Cookie: session.cookie, "X-Kotomap-CSRF": other["X-Kotomap-CSRF"] ?? "" }), 403, "forbidden");
    await removeSession(otherId);
  });
});

it("Every page of the administration leads whoever is not signed in to the door, and back to itself", async () => {
  const pages = await adminPages();
  expect(pages.length).toBeGreaterThan(5);
  const led = await Promise.all(pages.map(async (page) => (await ask("GET", page, {})).headers.get("location")));
  expect(led).toEqual(pages.map((page) => (page === "/admin" ? "/admin/sign-in" : `/admin/sign-in?to=${encodeURIComponent(page)}`)));
});
