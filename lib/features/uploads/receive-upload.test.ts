import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "@/lib/database/client";
import { prepareDatabase } from "@/lib/features/setup/prepare-database";
import { checkUpload } from "./check-upload";
import { createUpload } from "./create-upload";
import { deleteUpload } from "./delete-upload";
import { listUploads, readUpload } from "./read-upload";
import { receiveUpload } from "./receive-upload";
import { uploadFile, uploadFolder } from "./upload-file";
import { MAX_UNFINISHED, MAX_UPLOAD_BYTES } from "./upload-limits";

const CONTENT = "image_id,caption\n1,A dog runs along the sea.\n2,A cat sleeps.\n";
let dataDir: string;
let db: Database;

async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield await Promise.resolve(Buffer.from(text));
}

async function* breakingOff(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text));
  throw new Error("aborted");
}

const part = (offset: number, body: AsyncIterable<Uint8Array>, length: number | null = null) => ({ offset, length, body });
const create = (name = "captions.csv", size = CONTENT.length) => createUpload(db, dataDir, { name, size }, "admin");

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "kotomap-uploads-"));
  ({ db } = await prepareDatabase(dataDir));
});
afterEach(async () => {
  await db.$disconnect();
  await rm(dataDir, { recursive: true });
});

describe("receiveUpload", () => {
  it("puts parts together, whatever their pieces, and the check finds the captions", async () => {
    const upload = await create();
    expect(await receiveUpload(db, dataDir, upload.id, part(0, pieces(CONTENT.slice(0, 5), CONTENT.slice(5, 9))))).toBe(9);
    expect(await readUpload(db, dataDir, upload.id)).toMatchObject({ received: 9, state: "receiving" });
    await expect(checkUpload(db, dataDir, upload.id)).rejects.toMatchObject({ code: "conflict" });
    await receiveUpload(db, dataDir, upload.id, part(9, pieces(CONTENT.slice(9))));
    expect(await readFile(uploadFile(dataDir, upload), "utf8")).toBe(CONTENT);
    expect(await checkUpload(db, dataDir, upload.id)).toMatchObject({
      state: "usable",
      check: { problem: null, members: [{ name: "captions.csv", format: "csv", captions: 2, complete: true, languages: { en: 2 }, collection: "captions", examples: [{ image: "1", language: "en", text: "A dog runs along the sea." }, { image: "2" }] }] },
    });
  });

  it("keeps what came of a part that broke off, also where the server was killed, and goes on from there", async () => {
    const upload = await create();
    await expect(receiveUpload(db, dataDir, upload.id, part(0, breakingOff(CONTENT.slice(0, 20))))).rejects.toMatchObject({ code: "bad_input", message: expect.stringContaining(`20 of ${CONTENT.length} bytes`) as string });
    await writeFile(uploadFile(dataDir, upload), CONTENT.slice(0, 30));
    expect((await readUpload(db, dataDir, upload.id)).received).toBe(30);
    expect(await receiveUpload(db, dataDir, upload.id, part(30, pieces(CONTENT.slice(30))))).toBe(CONTENT.length);
    expect(await readFile(uploadFile(dataDir, upload), "utf8")).toBe(CONTENT);
  });

  it("refuses a part that does not begin where the file ends, and a second one at the same time", async () => {
    const upload = await create();
    await expect(receiveUpload(db, dataDir, upload.id, part(4, pieces("x")))).rejects.toMatchObject({ code: "conflict", field: "Upload-Offset" });
    let end = () => {};
    const waiting = new Promise<void>((resolve) => (end = resolve));
    async function* slow(): AsyncGenerator<Uint8Array> {
      yield Buffer.from("ab");
      await waiting;
    }
    const first = receiveUpload(db, dataDir, upload.id, part(0, slow()));
    await expect(receiveUpload(db, dataDir, upload.id, part(0, pieces("x")))).rejects.toMatchObject({ code: "conflict" });
    await expect(deleteUpload(db, dataDir, upload.id)).rejects.toMatchObject({ code: "conflict" });
    end();
    expect(await first).toBe(2);
  });

  it("takes nothing of a part with more bytes than were promised", async () => {
    const upload = await create();
    await receiveUpload(db, dataDir, upload.id, part(0, pieces("abc")));
    await expect(receiveUpload(db, dataDir, upload.id, part(3, pieces(CONTENT), CONTENT.length))).rejects.toMatchObject({ code: "invalid_parameter" });
    await expect(receiveUpload(db, dataDir, upload.id, part(3, pieces("def", CONTENT)))).rejects.toMatchObject({ code: "invalid_parameter" });
    expect(await readFile(uploadFile(dataDir, upload), "utf8")).toBe("abc");
  });
});

describe("createUpload", () => {
  it.each([
    ["captions.csv", 0, "size"],
    ["captions.csv", MAX_UPLOAD_BYTES + 1, "size"],
    ["..", 10, "filename"],
  ])("refuses %j of %d bytes, naming the %s", async (name, size, field) => {
    await expect(create(name, size)).rejects.toMatchObject({ code: "invalid_parameter", field });
    expect(await listUploads(db, dataDir)).toEqual([]);
  });

  it("keeps the file in a folder of its own, whatever path its name pretends to", async () => {
    const upload = await create("../../../../tmp/猫.csv");
    expect(upload.name).toBe("猫.csv");
    expect((await stat(path.join(uploadFolder(dataDir, upload.id), "猫.csv"))).size).toBe(0);
    await deleteUpload(db, dataDir, upload.id);
    await expect(stat(uploadFolder(dataDir, upload.id))).rejects.toMatchObject({ code: "ENOENT" });
    await expect(readUpload(db, dataDir, upload.id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("refuses more unfinished uploads than are allowed until one is whole", async () => {
    const uploads = [];
    for (let n = 0; n < MAX_UNFINISHED; n++) uploads.push(await create());
    await expect(create()).rejects.toMatchObject({ code: "conflict" });
    await receiveUpload(db, dataDir, uploads[0]?.id ?? "", part(0, pieces(CONTENT)));
    await expect(create()).resolves.toMatchObject({ received: 0 });
  });

  it.each(["", "..", "1", "../uploads", "A".repeat(36)])("finds no upload %j", async (id) => {
    await expect(readUpload(db, dataDir, id)).rejects.toMatchObject({ code: "not_found" });
  });
});
