import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { prepareDatabase } from "@/lib/features/setup/prepare-database";
import { openPicture } from "./open-picture";

let folder: string;

const files = ["inside.png", "deep/er.jpg", "../secret.png", "/etc/passwd", "..\\secret.png", "link.png", "notes.txt", "missing.png", "folder.png", "%2e%2e/secret.png"];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kotomap-pictures-"));
  const pictures = path.join(folder, "pictures");
  await mkdir(path.join(pictures, "deep"), { recursive: true });
  await mkdir(path.join(pictures, "folder.png"));
  await Promise.all([path.join(folder, "secret.png"), path.join(pictures, "inside.png"), path.join(pictures, "deep/er.jpg"), path.join(pictures, "notes.txt")].map((file) => writeFile(file, "x")));
  await symlink(path.join(folder, "secret.png"), path.join(pictures, "link.png"));
  process.env.KOTOMAP_DATA_DIR = path.join(folder, "data");
  const { db } = await prepareDatabase();
  const collection = await db.collection.create({ data: { name: "mine", imagesDir: pictures } });
  await db.image.createMany({ data: files.map((fileName, i) => ({ collectionId: collection.id, externalId: String(i), sortKey: String(i), fileName, url: i === 7 ? "http://example.org/7.png" : null })) });
  await db.image.create({ data: { collectionId: collection.id, externalId: "inside", sortKey: "inside" } });
});
afterAll(async () => {
  await database().$disconnect();
  await rm(folder, { recursive: true, force: true });
});

const outcome = async (name: string) => {
  const picture = await openPicture("mine", String(files.indexOf(name)));
  if ("redirect" in picture) return picture.redirect;
  await picture.file.close();
  return picture.type;
};

describe("openPicture", () => {
  it("opens pictures of the folder and of folders in it", async () => {
    expect(await outcome("inside.png")).toBe("image/png");
    expect(await outcome("deep/er.jpg")).toBe("image/jpeg");
  });

  it("finds the picture that is called like the image, where no file is named", async () => {
    const picture = await openPicture("mine", "inside");
    expect(picture).toMatchObject({ type: "image/png" });
    if ("file" in picture) await picture.file.close();
  });

  it.each(["../secret.png", "/etc/passwd", "..\\secret.png", "link.png", "notes.txt", "folder.png", "%2e%2e/secret.png"])("lets no one out of the folder, nor at what is no picture: %s", async (name) => {
    await expect(outcome(name)).rejects.toMatchObject({ code: "not_found" });
  });

  it("leads to the image's own address where the folder lacks the file", async () => {
    expect(await outcome("missing.png")).toBe("http://example.org/7.png");
  });
});
