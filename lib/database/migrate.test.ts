import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect } from "./client";
import { diffToSchema, migrate } from "./migrate";

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "kotomap-migrate-"));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

describe("migrate", () => {
  it("makes the database once and finds nothing to do the second time", async () => {
    expect(await migrate(dataDir)).toContain("20261124000000_first");
    expect(await migrate(dataDir)).toEqual([]);
    const db = connect(dataDir);
    expect(await db.caption.count()).toBe(0);
    await db.$disconnect();
  });

  it("leaves nothing between the migrations and schema.prisma", async () => {
    expect((await diffToSchema(dataDir)).trim()).toBe("-- This is an empty migration.");
  });

  it("makes a data folder that is missing, and names one that cannot be made", async () => {
    const nested = path.join(dataDir, "a", "b");
    await migrate(nested);
    await expect(migrate(path.join(nested, "kotomap.db", "c"))).rejects.toThrow(/KOTOMAP_DATA_DIR/);
  });
});
