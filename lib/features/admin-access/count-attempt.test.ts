import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "@/lib/database/client";
import { prepareDatabase } from "@/lib/features/setup/prepare-database";
import { countAttempt, forgiveAttempts } from "./count-attempt";
import { delayKeys } from "./delay-rules";

let dataDir = "";
let db: Database;
const start = new Date("2026-11-25T10:00:00Z");
const after = (seconds: number) => new Date(start.getTime() + 1000 * seconds);
const from = (address: string) => delayKeys("admin", address, null);

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "kotomap-test-"));
  ({ db } = await prepareDatabase(dataDir));
});
afterAll(async () => {
  await db.$disconnect();
  await rm(dataDir, { recursive: true, force: true });
});
beforeEach(() => db.signInDelay.deleteMany());

/** The seconds one has to wait, 0 where the attempt is heard. */
const waitOf = (keys: ReturnType<typeof from>, now: Date) =>
  countAttempt(db, keys, now).then(() => 0, (error: { retryAfter: number }) => error.retryAfter);

/** Attempts one after another, each as early as it is heard: the waits between them. */
async function attempt(keys: ReturnType<typeof from>, times: number): Promise<{ waits: number[]; now: Date }> {
  const waits: number[] = [];
  let now = start;
  while (waits.length < times) {
    const wait = await waitOf(keys, now);
    if (wait > 0) now = new Date(now.getTime() + 1000 * wait);
    if (wait > 0) expect(await waitOf(keys, now)).toBe(0);
    waits.push(wait);
  }
  return { waits, now };
}

describe("countAttempt", () => {
  it("lets an address fail five times, then doubles its wait up to a quarter of an hour", async () => {
    const { waits } = await attempt(from("192.0.2.1").slice(0, 1), 18);
    expect(waits).toEqual([0, 0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
  });

  it("does not count an attempt that came too early", async () => {
    for (let i = 0; i < 6; i++) await countAttempt(db, from("192.0.2.1"), start);
    expect(await Promise.all([0, 0, 0].map(() => waitOf(from("192.0.2.1"), start)))).toEqual([1, 1, 1]);
    expect(await waitOf(from("192.0.2.1"), after(1))).toBe(0);
  });

  it("counts attempts at the same moment as attempts in a row", async () => {
    const waits = await Promise.all(Array.from({ length: 30 }, () => waitOf(from("192.0.2.1"), start)));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(6);
  });

  it("slows down all addresses together, at most to one attempt in 30 seconds", async () => {
    const waits: number[] = [];
    for (let i = 0; i < 40; i++) waits.push(await waitOf(from(`192.0.2.${i}`), after(3600 * i)));
    expect(waits.every((wait) => wait === 0)).toBe(true);
    expect(await waitOf(from("198.51.100.1"), after(3600 * 39 + 1))).toBe(29);
    expect(await waitOf(from("198.51.100.1"), after(3600 * 39 + 30))).toBe(0);
  });

  it("counts a browser that has signed in before for itself alone, whoever else fails", async () => {
    for (let i = 0; i < 40; i++) await waitOf(from(`192.0.2.${i}`), start);
    expect(await waitOf(from("192.0.2.1"), start)).toBeGreaterThan(0);
    const known = delayKeys("admin", "192.0.2.1", "digest");
    for (let i = 0; i < 6; i++) expect(await waitOf(known, start)).toBe(0);
    expect(await waitOf(known, start)).toBe(1);
  });

  it("begins anew after a success and after a day", async () => {
    const keys = from("192.0.2.1");
    for (let i = 0; i < 6; i++) await countAttempt(db, keys, start);
    expect(await waitOf(keys, start)).toBe(1);
    await forgiveAttempts(db, keys);
    for (let i = 0; i < 6; i++) expect(await waitOf(keys, start)).toBe(0);
    for (let i = 0; i < 6; i++) expect(await waitOf(keys, after(25 * 3600))).toBe(0);
  });

  it("makes nobody wait longer than the rule where the clock was set back", async () => {
    const keys = from("192.0.2.1");
    for (let i = 0; i < 6; i++) await countAttempt(db, keys, after(86_400 * 365));
    expect(await waitOf(keys, start)).toBe(1);
  });

  it("takes a /64 of IPv6 for one address", () => {
    const key = (address: string) => from(address)[0]?.key;
    expect(key("2001:db8::1")).toBe("address 2001:db8:0:0::/64");
    expect(key("2001:0db8:0:0:ffff:1:2:3")).toBe(key("2001:db8::1"));
    expect(key("2001:db8:0:1::1")).not.toBe(key("2001:db8::1"));
    expect(key("::1")).toBe("address 0:0:0:0::/64");
  });
});
