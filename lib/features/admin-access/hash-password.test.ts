import { scryptSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { hashPassword, verifyPassword } from "./hash-password";
import { checkNewPassword, normalisePassword } from "./password-rules";

/** As an older version would have stored it. */
function cheapHash(password: string): string {
  const salt = Buffer.alloc(16, 7);
  const plain = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");
  return `$scrypt$ln=14,r=8,p=1$${plain(salt)}$${plain(scryptSync(password, salt, 32, { N: 2 ** 14, r: 8, p: 1 }))}`;
}

describe("hashPassword", () => {
  it("keeps parameters and salt with the hash; the same password never hashes to the same", async () => {
    const [first, second] = await Promise.all([hashPassword("a long password"), hashPassword("a long password")]);
    expect(first).toMatch(/^\$scrypt\$ln=17,r=8,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(second).not.toBe(first);
    expect(await verifyPassword("a long password", first)).toEqual({ matches: true, outdated: false });
    expect(await verifyPassword("a long passwore", first)).toEqual({ matches: false, outdated: false });
  });

  it("takes hashes made with older parameters, and says that they are", async () => {
    expect(await verifyPassword("a long password", cheapHash("a long password"))).toEqual({ matches: true, outdated: true });
  });

  it("hashes one after another and turns away what would wait long", async () => {
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => verifyPassword("x", cheapHash("a long password"))));
    const refused = all.flatMap((one) => (one.status === "rejected" ? [(one.reason as { code: string }).code] : []));
    expect(all.length - refused.length).toBeGreaterThanOrEqual(8);
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused)).toEqual(new Set(["too_many_attempts"]));
  });
});

describe("checkNewPassword", () => {
  it("counts characters after normalising, not code units", () => {
    expect(checkNewPassword("ひみつのことば一二三")).toHaveLength(10);
    expect(() => checkNewPassword("🔑".repeat(9))).toThrow(expect.objectContaining({ code: "invalid_parameter", field: "password" }));
    expect(() => checkNewPassword("x".repeat(1001))).toThrow(/1000/);
  });

  it("takes a password as one and the same however it was typed", () => {
    expect(normalisePassword("ｐａｓｓ ｶﾞ e\u0301")).toBe(normalisePassword("pass ガ é"));
  });
});
