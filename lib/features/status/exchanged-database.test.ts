import { copyFile, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { prepareDatabase } from "@/lib/features/setup/prepare-database";
import { type Database, databaseFile } from "@/lib/database/client";
import { isDatabaseExchanged } from "@/lib/database/database-file";

let dataDir: string;
let db: Database;

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "kotomap-file-"));
  ({ db } = await prepareDatabase(dataDir));
});
afterEach(async () => {
  await db.$disconnect();
  await rm(dataDir, { recursive: true, force: true });
});

it("another database in the place of the open one is noticed; the same one, moved away and back, is not", async () => {
  const [file, aside] = [databaseFile(dataDir), path.join(dataDir, "aside.db")];
  expect(await isDatabaseExchanged(dataDir)).toBe(false);
  await rename(file, aside);
  expect(await isDatabaseExchanged(dataDir)).toBe(false);
  await copyFile(aside, file);
  expect(await isDatabaseExchanged(dataDir)).toBe(true);
  await rename(aside, file);
  expect(await isDatabaseExchanged(dataDir)).toBe(false);
});
