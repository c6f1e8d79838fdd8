import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GenerationStore } from "./generation-store";
import { buildRequest, dimensions } from "./testing/captions";
import { clusteredVectors } from "./testing/clustered-vectors";

const vectors = clusteredVectors(150, dimensions, 6);
let dataDir: string;
let store: GenerationStore;
let id: string;
let sound: string;

beforeAll(async () => {
  dataDir = await fs.mkdtemp(path.join(os.tmpdir(), "kotomap-damage-"));
  store = new GenerationStore(dataDir);
  id = (await store.build(buildRequest(vectors))).manifest.id;
  sound = path.join(dataDir, "sound");
  await fs.cp(store.folderOf(id), sound, { recursive: true });
});
beforeEach(() => fs.cp(sound, store.folderOf(id), { recursive: true, force: true }));
afterAll(() => fs.rm(dataDir, { recursive: true }));

const fileOf = (name: string) => path.join(store.folderOf(id), name);
const damage = (name: string, fault: RegExp) => ({ code: "index_damaged", field: name, message: expect.stringMatching(new RegExp(`generation ${id} is damaged: ${name} ${fault.source}`)) as string });

describe.each(["index.hnsw", "vectors.f32", "labels.bin"])("damage to %s is named", (name) => {
  it("when one bit is flipped, at the start, in the middle or at the end", async () => {
    const bytes = await fs.readFile(fileOf(name));
    for (const at of [0, Math.floor(bytes.length / 2), bytes.length - 1]) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] as number) ^ 1;
      await fs.writeFile(fileOf(name), flipped);
      await expect(store.load(id)).rejects.toMatchObject(damage(name, /.*\(checksum\)/));
    }
  });

  it("when it is cut or lengthened", async () => {
    const { size } = await fs.stat(fileOf(name));
    for (const length of [0, size - 1, size + 1]) {
      await fs.truncate(fileOf(name), length);
      await expect(store.load(id)).rejects.toMatchObject(damage(name, new RegExp(`has ${length} bytes instead of ${size}`)));
    }
  });

  it("when it is missing", async () => {
    await fs.rm(fileOf(name));
    await expect(store.load(id)).rejects.toMatchObject(damage(name, /is missing/));
  });
});

describe("damage to manifest.json is named", () => {
  it("when it is missing", async () => {
    await fs.rm(fileOf("manifest.json"));
    await expect(store.load(id)).rejects.toMatchObject(damage("manifest.json", /is missing/));
  });

  it.each<[string, (text: string) => string, RegExp]>([
    ["is not JSON", (text) => text.slice(0, 200), /is not JSON/],
    ["is of another format", (text) => text.replace('"formatVersion": 1', '"formatVersion": 2'), /cannot be used: formatVersion/],
    ["lacks a file", (text) => text.replace('"labels.bin"', '"labels.txt"'), /cannot be used: files\.labels\.bin/],
    ["has another count than its files", (text) => text.replace('"count": 150', '"count": 151'), /cannot be used: vectors\.f32/],
    ["belongs to another generation", (text) => text.replaceAll(id, "20200101-000000-0000"), /belongs to generation 20200101-000000-0000/],
  ])("when it %s", async (_, change, fault) => {
    await fs.writeFile(fileOf("manifest.json"), change(await fs.readFile(fileOf("manifest.json"), "utf8")));
    await expect(store.load(id)).rejects.toMatchObject(damage("manifest.json", fault));
  });

  it("when its HNSW parameters are not those of the index", async () => {
    await fs.writeFile(fileOf("manifest.json"), (await fs.readFile(fileOf("manifest.json"), "utf8")).replace('"m": 8', '"m": 9'));
    await expect(store.load(id)).rejects.toMatchObject(damage("index.hnsw", /was built with M 8 instead of 9/));
  });
});

it("a damaged base is passed over, and says why", async () => {
  for (const name of ["index.hnsw", "vectors.f32", "labels.bin", "manifest.json"]) {
    await fs.cp(sound, store.folderOf(id), { recursive: true, force: true });
    await fs.appendFile(fileOf(name), "!");
    const { mode, fullBecause, manifest } = await store.build(buildRequest(vectors, { base: id }));
    expect([mode, fullBecause]).toEqual(["full", expect.stringContaining(`damaged: ${name}`)]);
    await store.remove(manifest.id);
  }
});
