import { copyFile, mkdtemp, open, readdir, rm, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { database } from "@/lib/database/client";
import { ingestCaptions } from "@/lib/features/ingestion/ingest-captions";
import { SearchEngine } from "./search-engine";

let folder: string;
const dataDir = () => path.join(folder, "data");
const engine = () => new SearchEngine(dataDir(), path.resolve("models"));

/** Ingests one caption more than before, which makes a new generation. */
async function ingest(...captions: string[]): Promise<string> {
  const file = path.join(folder, "captions.csv");
  await writeFile(file, `image_id,caption\n${captions.map((caption, i) => `${i},${caption}`).join("\n")}\n`);
  const { generation } = await ingestCaptions({ files: [file], collection: "mine", language: "en", maxBadShare: 0, imagesDir: null }, { dataDir: dataDir() });
  return String(generation);
}

const fileOf = (generation: string, name: string) => path.join(dataDir(), "generations", generation, name);

async function flipByte(file: string): Promise<void> {
  const handle = await open(file, "r+");
  const { size } = await handle.stat();
  const byte = Buffer.alloc(1);
  await handle.read(byte, 0, 1, size >> 1);
  await handle.write(Buffer.from([(byte[0] ?? 0) ^ 0x10]), 0, 1, size >> 1);
  await handle.close();
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kotomap-serving-"));
});
afterEach(async () => {
  vi.useRealTimers();
  await database(dataDir()).$disconnect();
  await rm(folder, { recursive: true, force: true });
});

describe("SearchEngine", () => {
  it("says that there is no index yet, and finds the first one without a restart", async () => {
    const serving = engine();
    await expect(serving.serve()).rejects.toMatchObject({ code: "index_building" });
    const id = await ingest("A dog.");
    vi.useFakeTimers({ now: Date.now() + 2000, toFake: ["Date"] });
    expect((await serving.serve()).generation.manifest.id).toBe(id);
    expect(serving.problems).toEqual([]);
  });

  it("keeps the old generation for requests under way and takes the new one for the next", async () => {
    const first = await ingest("A dog.");
    const serving = engine();
    const underWay = await serving.serve();
    const second = await ingest("A dog.", "A cat.");
    vi.useFakeTimers({ now: Date.now() + 2000, toFake: ["Date"] });
    await serving.refresh();
    await vi.waitFor(() => expect(serving.current?.manifest.id).toBe(second));
    expect(underWay.generation.manifest.id).toBe(first);
    expect(underWay.generation.index.search(await underWay.embedder.embed(["dog"]), 1, 10).rows).toHaveLength(1);
  });

  it.each([
    ["index.hnsw", flipByte],
    ["vectors.f32", flipByte],
    ["labels.bin", (file: string) => writeFile(file, "x")],
    ["manifest.json", unlink],
  ])("falls back to the last good generation where %s of the active one is damaged, and names the file", async (name, damage) => {
    const good = await ingest("A dog.");
    const active = await ingest("A dog.", "A cat.");
    await damage(fileOf(active, name));
    const serving = engine();
    expect((await serving.serve()).generation.manifest.id).toBe(good);
    expect(serving.problems).toHaveLength(1);
    expect(serving.problems[0]).toMatchObject({ code: "index_damaged" });
    expect(serving.problems[0]?.message).toContain(active);
    expect(serving.problems[0]?.message).toContain(name);
  });

  it("refuses with the reason where no generation can be used, and the next ingest mends it", async () => {
    const only = await ingest("A dog.");
    await rm(path.join(dataDir(), "generations", only), { recursive: true });
    await expect(engine().serve()).rejects.toMatchObject({ code: "index_damaged" });
    const rebuilt = await ingest("A dog.");
    expect((await engine().serve()).generation.manifest.id).toBe(rebuilt);
  });

  it("has the next ingest build a damaged generation anew, though no caption changed", async () => {
    const damaged = await ingest("A dog.", "A cat.");
    await flipByte(fileOf(damaged, "vectors.f32"));
    const rebuilt = await ingest("A dog.", "A cat.");
    expect(rebuilt).not.toBe(damaged);
    const serving = engine();
    expect((await serving.serve()).generation.manifest.id).toBe(rebuilt);
    expect(serving.problems).toEqual([]);
  });

  it("does not search vectors of another encoder", async () => {
    const id = await ingest("A dog.");
    await database(dataDir()).generation.update({ where: { id }, data: { modelSha256: "f".repeat(64) } });
    await expect(engine().serve()).rejects.toThrow(/another version of the encoder/);
  });

  it("keeps the last three generations on disk", async () => {
    const ids: string[] = [];
    for (let n = 1; n <= 5; n++) ids.push(await ingest(...["A dog.", "A cat.", "A cow.", "A hen.", "A pig."].slice(0, n)));
    expect((await readdir(path.join(dataDir(), "generations"))).sort()).toEqual(ids.slice(2).sort());
  });
});

describe("a copy of the data folder's index", () => {
  it("is refused under the name of another generation", async () => {
    const first = await ingest("A dog.");
    const second = await ingest("A dog.", "A cat.");
    await copyFile(fileOf(first, "vectors.f32"), fileOf(second, "vectors.f32"));
    expect((await engine().serve()).generation.manifest.id).toBe(first);
  });
});
