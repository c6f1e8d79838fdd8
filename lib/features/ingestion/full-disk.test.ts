import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { connect, database } from "@/lib/database/client";
import { ingestCaptions } from "./ingest-captions";

const folder = mkdtempSync(path.join(tmpdir(), "kotomap-full-"));

/** A disk of 5 MB; needs root on Linux. */
function mountSmallDisk(): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=5m", "tmpfs", folder], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const mounted = mountSmallDisk();

afterAll(async () => {
  await database(path.join(folder, "data")).$disconnect();
  if (mounted) execFileSync("umount", ["-l", folder]);
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(!mounted)("an ingest on a full disk (skipped where this user cannot mount a small one)", () => {
  it("says so, leaves captions and index as they were, and goes on once there is room", async () => {
    const dataDir = path.join(folder, "data");
    const outside = mkdtempSync(path.join(tmpdir(), "kotomap-files-"));
    const write = async (name: string, count: number) => {
      const file = path.join(outside, name);
      await writeFile(file, `image_id,caption\n${Array.from({ length: count }, (_, i) => `${i},${"A dog on a beach. ".repeat(4)}${i}`).join("\n")}\n`);
      return file;
    };
    const ingest = (file: string) => ingestCaptions({ files: [file], collection: "mine", language: "en", maxBadShare: 0, imagesDir: null }, { dataDir });
    const small = await write("small.csv", 20);
    const { generation } = await ingest(small);
    const filler = path.join(folder, "filler");
    // More than is left beside it: once it goes, there is room to move what the ingest had written from the log into the database, and to delete it there.
    await writeFile(filler, Buffer.alloc(2_400_000));
    await expect(ingest(await write("large.csv", 20_000))).rejects.toMatchObject({ code: "disk_full", message: expect.stringContaining("Free some space") as string });

    rmSync(filler);
    const db = connect(dataDir);
    expect(await db.caption.count()).toBe(20);
    expect((await db.generation.findFirst({ where: { state: "active" } }))?.id).toBe(generation);
    await db.$disconnect();
    expect(await ingest(small)).toMatchObject({ generation, newGeneration: false });
    rmSync(outside, { recursive: true });
  });
});
