import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, it } from "vitest";
import { sendBytes, startFileServer } from "@/lib/core/download/testing/file-server";
import { fetchOfficialFiles } from "@/lib/features/downloads/fetch-official-files";
import { officialFiles } from "@/lib/features/downloads/official-files";

const images = [1, 2, 3].map((id) => ({ id, file_name: `COCO_val2014_${id}.jpg` }));
const cocoFile = (captions: string[]) => gzipSync(JSON.stringify({ images, annotations: captions.map((caption, i) => ({ id: i + 1, image_id: (i % 3) + 1, caption })) }));
const english = cocoFile(["A dog runs along the beach.", "Two children share an umbrella.", "A red bus waits at the station."]);
const japanese = cocoFile(["犬が浜辺を走っている。", "子供が二人で傘に入っている。", "赤いバスが駅で待っている。"]);

const folder = mkdtempSync(path.join(tmpdir(), "kotomap-ingest-download-"));
const server = await startFileServer((request, response) => sendBytes(request, response, japanese));

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** @param onError is handed what the command says to people, as it comes */
async function ingest(args: string[], dataDir: string, onError: (text: string, kill: () => void) => void = () => undefined) {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/ingest.ts", ...args, "--json"], { env: { ...process.env, KOTOMAP_DATA_DIR: dataDir, KOTOMAP_DOWNLOAD_MIRROR: server.address } });
  const told = { stdout: "", stderr: "" };
  child.stdout.on("data", (text: Buffer) => (told.stdout += text.toString()));
  child.stderr.on("data", (text: Buffer) => onError((told.stderr += text.toString()), () => child.kill("SIGKILL")));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, ...told };
}

it("npm run ingest -- --download shows the licence, goes on after a kill, ingests, and needs no network again", async () => {
  const dataDir = path.join(folder, "killed");
  const part = path.join(dataDir, "downloads", "stair_captions_v1.2.tar.gz.part");
  server.handler = (request, response) => {
    sendBytes(request, response, japanese, { stopAfter: 100, then: "silence" });
    const timer = setInterval(() => existsSync(`${part}.json`) && kill(), 20);
    request.socket.on("close", () => clearInterval(timer));
  };
  let kill: () => void = () => undefined;
  const killed = await ingest(["--download", "stair"], dataDir, (_, stop) => (kill = stop));
  expect(killed.code).toBeNull();
  expect(killed.stderr).toContain(`from     ${server.address}/stair_captions_v1.2.tar.gz`);
  expect(killed.stderr).toContain("Creative Commons Attribution 4.0 (https://creativecommons.org/licenses/by/4.0/legalcode)");
  expect(readdirSync(path.dirname(part))).toEqual(expect.arrayContaining([path.basename(part), "stair_captions_v1.2.tar.gz.lock"]));

  server.handler = (request, response) => sendBytes(request, response, japanese);
  server.requests.length = 0;
  const done = await ingest(["--download", "stair"], dataDir);
  expect(JSON.parse(done.stdout)).toMatchObject({ sources: [{ collection: "coco", languages: { ja: 3 } }], captionsInIndex: 3 });
  expect(server.requests).toHaveLength(1);
  expect(readdirSync(path.dirname(part)).sort()).toEqual(["stair_captions_v1.2.tar.gz", "stair_captions_v1.2.tar.gz.sha256"]);

  server.handler = (_, response) => response.writeHead(500).end();
  expect((await ingest(["--download", "stair"], dataDir)).code).toBe(0);
});

it("English and Japanese files are fetched and ingested into one collection", async () => {
  const dataDir = path.join(folder, "both");
  server.handler = (request, response) => sendBytes(request, response, request.url?.includes("coco") ? english : japanese);
  const catalogue = { ...officialFiles, "coco-2014": { ...officialFiles["coco-2014"], file: "coco.json.gz", url: `${server.address}/coco.json.gz`, bytes: english.length, sha256: null } };
  const fetched = await fetchOfficialFiles(["coco-2014", "stair"], { dataDir, mirror: server.address, catalogue });
  const { code, stdout } = await ingest(["--collection", "coco", ...fetched.map((file) => file.path)], dataDir);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ sources: [{ collection: "coco", languages: { en: 3 } }, { collection: "coco", languages: { ja: 3 } }], captionsInIndex: 6 });
});

it("where nothing answers, the command ends with 1 and says how to give a file of one's own", async () => {
  server.handler = (_, response) => response.writeHead(404).end();
  const { code, stdout } = await ingest(["--download", "yj"], path.join(folder, "moved"));
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: "download_failed", field: "yjcaptions26k.zip", message: expect.stringContaining("npm run ingest -- /path/to/yjcaptions26k.zip") as string } });
});

it.each([
  [[], "files"],
  [["--download", "coco-2014", "coco-2017"], "download"],
  [["--download", "coco-2013"], "download"],
])("npm run ingest with %j is a usage error", async (args, field) => {
  const { code, stdout } = await ingest(args, path.join(folder, "none"));
  expect([code, JSON.parse(stdout)]).toMatchObject([2, { error: { code: "invalid_parameter", field } }]);
});
