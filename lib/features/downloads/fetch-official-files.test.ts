import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { sendBytes, startFileServer } from "@/lib/core/download/testing/file-server";
import { tarOf } from "@/lib/features/ingestion/readers/test-archives";
import { fetchOfficialFiles } from "./fetch-official-files";
import { officialFiles } from "./official-files";

const archiveOf = async (caption: string) => gzipSync(await tarOf([["stair_captions_v1.2_val.json", JSON.stringify({ images: [{ id: 1 }], annotations: [{ id: 1, image_id: 1, caption }] })]]));
const archive = await archiveOf("海辺を犬が走っている。");
const sha256 = createHash("sha256").update(archive).digest("hex");
const server = await startFileServer((request, response) => sendBytes(request, response, archive));
const folders: string[] = [];
let dataDir: string;

beforeEach(() => {
  folders.push((dataDir = mkdtempSync(path.join(tmpdir(), "kotomap-official-"))));
  server.requests.length = 0;
  server.handler = (request, response) => sendBytes(request, response, archive);
});

afterAll(async () => {
  for (const folder of folders) rmSync(folder, { recursive: true });
  await server.close();
});

const fetchStair = (options = {}) => fetchOfficialFiles(["stair"], { dataDir, mirror: server.address, pause: 0.001, ...options });
const kept = () => path.join(dataDir, "downloads", "stair_captions_v1.2.tar.gz");

describe("official caption files", () => {
  it("are announced with licence, address and size, fetched once, and pinned as sha256sum does", async () => {
    const announced: unknown[] = [];
    const announce = (file: unknown) => announced.push(file);
    expect(await fetchStair({ announce })).toEqual([{ path: kept(), collection: "coco", language: "ja" }]);
    expect(announced).toEqual([{ ...officialFiles.stair, url: `${server.address}/stair_captions_v1.2.tar.gz` }]);
    expect(readFileSync(`${kept()}.sha256`, "utf8")).toBe(`${sha256}  stair_captions_v1.2.tar.gz\n`);
    await fetchStair({ announce });
    expect([server.requests.length, announced.length]).toEqual([1, 1]);
  });

  it("that differ from their first download are refused, with both values and how to take them", async () => {
    await fetchStair();
    rmSync(kept());
    const newer = await archiveOf("海辺を二匹の犬が走っている。");
    server.handler = (request, response) => sendBytes(request, response, newer);
    const found = createHash("sha256").update(newer).digest("hex");
    await expect(fetchStair()).rejects.toMatchObject({ code: "download_failed", message: expect.stringMatching(new RegExp(`its SHA-256 is ${found} in place of ${sha256}\\).*delete ${kept()}\\.sha256 and run this again`)) as string });
    expect(existsSync(kept())).toBe(false);
    rmSync(`${kept()}.sha256`);
    await fetchStair();
    expect(readFileSync(kept()).equals(newer)).toBe(true);
  });

  it("of published size are refused where another file comes", async () => {
    await expect(fetchOfficialFiles(["coco-2014"], { dataDir, mirror: server.address })).rejects.toMatchObject({
      message: expect.stringMatching(/bytes in place of 252872794\)\. This is not the file that its authors published\..*npm run ingest -- \/path\/to\/annotations_trainval2014\.zip$/) as string,
    });
  });

  it("are not taken for the first download where they are no archive", async () => {
    server.handler = (request, response) => sendBytes(request, response, Buffer.from('{"message":"moved"}'));
    await expect(fetchStair()).rejects.toMatchObject({ message: expect.stringContaining("it begins with the bytes 7b226d65 in place of 1f8b") as string });
    expect([existsSync(kept()), existsSync(`${kept()}.sha256`)]).toEqual([false, false]);
  });

  it("that come damaged, their length unknown, are neither kept nor pinned: the next call fetches them anew", async () => {
    server.handler = (_, response) => {
      response.write(archive.subarray(0, archive.length - 20));
      response.end();
    };
    await expect(fetchStair()).rejects.toMatchObject({ code: "download_failed", message: expect.stringMatching(/stair_captions_v1\.2\.tar\.gz is damaged and was removed: .*cut off.*npm run ingest -- \/path\/to/s) as string });
    expect([existsSync(kept()), existsSync(`${kept()}.sha256`)]).toEqual([false, false]);
    server.handler = (request, response) => sendBytes(request, response, archive);
    await fetchStair();
    expect(readFileSync(kept()).equals(archive)).toBe(true);
  });

  it("that have moved: the error names the address and how to give a file of one's own", async () => {
    server.handler = (_, response) => response.writeHead(404).end();
    await expect(fetchStair()).rejects.toMatchObject({
      code: "download_failed",
      message: `stair_captions_v1.2.tar.gz could not be fetched from ${server.address}/stair_captions_v1.2.tar.gz (there is nothing at this address: 404 Not Found). If it has moved or this machine is offline, get the file another way (its home is http://captions.stair.center) and give it: npm run ingest -- /path/to/stair_captions_v1.2.tar.gz`,
    });
  });

  it("with an unreadable pin are not fetched", async () => {
    await fetchStair();
    writeFileSync(`${kept()}.sha256`, "?");
    await expect(fetchStair()).rejects.toMatchObject({ code: "bad_input", message: expect.stringContaining("Delete it") as string });
  });

  it("with the same captions are refused together, by name", async () => {
    await expect(fetchOfficialFiles(["coco-2014", "stair", "coco-2017"], { dataDir })).rejects.toMatchObject({ code: "invalid_parameter", field: "download", message: expect.stringContaining("coco-2014 and coco-2017 hold the same captions") as string });
  });
});
