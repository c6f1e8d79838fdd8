import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AuditView, TokenView } from "@/lib/features/admin-access/access-types";

let dataDir = "";
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "kotomap-test-"));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** Runs npm run admin with --json. */
function admin(words: string[], stdin = ""): Promise<{ code: number | null; output: string; json: unknown }> {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/admin.ts", ...words, "--json"], { env: { ...process.env, KOTOMAP_DATA_DIR: dataDir } });
  let [output, result] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (result += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stdin.end(stdin);
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, output: output + result, json: JSON.parse(result.trim().split("\n").at(-1) ?? "null") })));
}

describe("npm run admin", () => {
  it("takes the password from stdin, and keeps it out of output, database and audit list", async () => {
    const { code, output, json } = await admin(["set-password"], "ein langes Kennwort\nmore\n");
    expect([code, json]).toEqual([0, { passwordSet: true }]);
    expect(output).not.toContain("Kennwort");
    const stored = (await Promise.all(["kotomap.db", "kotomap.db-wal"].map((name) => readFile(path.join(dataDir, name), "latin1").catch(() => "")))).join("");
    expect(stored).toContain("$scrypt$ln=17,r=8,p=1$");
    expect(stored).not.toContain("Kennwort");
  });

  it.each([
    ["a password on the command line, without repeating it", ["set-password", "ein langes Kennwort"], "", /on the command line/],
    ["a short password", ["set-password"], "kurz\n", /at least 10/],
    ["no password", ["set-password"], "", /no password on stdin/],
    ["an unknown act, without repeating it", ["Kennwort"], "", /Give one of these acts/],
    ["a term without a unit", ["token", "create", "x", "--expires", "30"], "", /Give days/],
  ])("refuses %s", async (_, words, stdin, message) => {
    const { code, output } = await admin(words, stdin);
    expect(code).toBe(2);
    expect(output).toMatch(message);
    expect(output).not.toContain("Kennwort");
  });

  let token = "";
  it("makes a token with an end", async () => {
    const made = (await admin(["token", "create", "lecture", "--expires", "30d"])).json as { token: TokenView & { token: string } };
    token = made.token.token;
    expect(token).toMatch(/^kmt_[\w-]{43}$/);
    expect(Date.parse(made.token.expiresAt ?? "") - Date.parse(made.token.createdAt)).toBeCloseTo(30 * 86_400_000, -4);
  });

  it("revokes it, and no other", async () => {
    expect((await admin(["token", "revoke", "lecture"])).json).toMatchObject({ token: { name: "lecture", state: "revoked" } });
    expect(await admin(["token", "revoke", "nobody"])).toMatchObject({ code: 1, json: { error: { code: "not_found" } } });
  });

  it("lists tokens and every act without showing a secret", async () => {
    const [listed, audit] = await Promise.all([admin(["token", "list"]), admin(["audit"])]);
    expect(listed.json).toMatchObject({ tokens: [{ name: "lecture", state: "revoked" }] });
    expect((audit.json as { entries: AuditView[] }).entries.map(({ actor, act, target, result }) => [actor, act, target, result])).toEqual([
      ["command line", "token.revoke", "token nobody", "not_found"],
      ["command line", "token.revoke", "token lecture", "done"],
      ["command line", "token.create", "token lecture", "done"],
      ["command line", "password.set", null, "done"],
    ]);
    expect(listed.output + audit.output).not.toContain(token);
  });
});
