import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { ingestCaptions } from "@/lib/features/ingestion/ingest-captions";
import { loadImagePage } from "@/lib/features/image-captions/load-image-page";
import { readHealth } from "./read-health";
import { readStats } from "./read-stats";

let folder: string;
const dataDir = () => path.join(folder, "data");

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kotomap-removed-"));
  process.env.KOTOMAP_DATA_DIR = dataDir();
  const file = path.join(folder, "captions.csv");
  await writeFile(file, "image_id,caption\n1,A dog runs.\n1,A dog jumps.\n2,A cat sleeps.\n");
  await ingestCaptions({ files: [file], collection: "mine", language: "en", maxBadShare: 0, imagesDir: null }, { dataDir: dataDir() });
}, 60_000);
afterAll(async () => {
  await database(dataDir()).$disconnect();
  await rm(folder, { recursive: true, force: true });
});

it("shows and counts a removed caption for as long as the generation in use has it, and not as pending", async () => {
  const db = database(dataDir());
  const before = await readStats();
  expect(before).toMatchObject({ images: 2, captions: 3, pending: 0, languages: { en: 3 } });
  await db.caption.updateMany({ where: { text: { in: ["A dog jumps.", "A cat sleeps."] } }, data: { removedAt: new Date() } });
  await db.$executeRaw`UPDATE Corpus SET revision = revision + 1`;
  expect(await readStats()).toEqual(before);
  expect((await loadImagePage("mine", "1")).captions).toHaveLength(2);
  expect((await loadImagePage("mine", "2")).captions).toHaveLength(1);

  // Removed ones that the generation does not have: as after a re-index without them.
  const source = await db.source.findFirstOrThrow();
  const image = await db.image.create({ data: { collectionId: source.collectionId, externalId: "3", sortKey: "3" } });
  const row = { sourceId: source.id, imageId: image.id, language: "en", textHash: "0".repeat(32) };
  const removed = await db.caption.create({ data: { ...row, externalId: "a", text: "Gone.", removedAt: new Date() } });
  await db.$executeRaw`UPDATE Corpus SET revision = revision + 1`;
  expect(await readStats()).toEqual(before);
  await expect(loadImagePage("mine", "3")).rejects.toMatchObject({ code: "not_found" });

  await db.caption.update({ where: { id: removed.id }, data: { removedAt: null } });
  await db.$executeRaw`UPDATE Corpus SET revision = revision + 1`;
  expect(await readStats()).toMatchObject({ images: 3, captions: 4, pending: 1 });
});

it("tells which generation is active beside the one in use, and fails in words where the database is gone", async () => {
  const health = await readHealth();
  expect(health).toMatchObject({ status: "ok", problems: [], active: health.generation });
  await rm(path.join(dataDir(), "kotomap.db"));
  expect(await readHealth()).toMatchObject({ status: "failing", problems: [{ code: "database_unavailable", message: expect.stringContaining("restore") as string }] });
});
