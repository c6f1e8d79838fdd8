import { copyFile, mkdtemp, open, readdir, rm, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { database } from "@/lib/database/client";
import { ingestCaptions } from "@/lib/features/ingestion/ingest-captions";
import { SearchEngine } from "./search-engine";

let folder: string;
const dataDir = () => path.join(folder, "data");
const eventually = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 30_000 });
/** Milliseconds that the engine's clock is ahead. */
let ahead = 0;
const engine = () => new SearchEngine(dataDir(), path.resolve("models"), () => performance.now() + ahead);
const answering = (serving: SearchEngine) => serving.use(({ generation }) => Promise.resolve(generation.manifest.id));

/** Lets the engine look again, and waits for what it does. */
async function lookAgain(serving: SearchEngine, seconds = 5): Promise<void> {
  ahead += seconds * 1000;
  await serving.refresh({ wait: true });
}

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
  vi.unstubAllEnvs();
  await database(dataDir()).$disconnect();
  await rm(folder, { recursive: true, force: true });
});

describe("SearchEngine", () => {
  it("says that there is no index yet, and finds the first one without a restart", async () => {
    const serving = engine();
    await expect(answering(serving)).rejects.toMatchObject({ code: "index_building" });
    const id = await ingest("A dog.");
    ahead += 2000;
    expect(await answering(serving)).toBe(id);
    expect(serving.problems).toEqual([]);
  });

  it("keeps the old generation for requests under way, takes the new one for the next, and frees the old one when its last request ends", async () => {
    const first = await ingest("A dog.");
    const serving = engine();
    const ends: (() => void)[] = [];
    const begin = () =>
      serving.use(async ({ generation, embedder }) => {
        await new Promise<void>((resolve) => ends.push(resolve));
        const { rows } = generation.index.search(await embedder.embed(["dog"]), 1, 10);
        return { id: generation.manifest.id, rows: rows.length, generation };
      });
    const underWay = [begin(), begin()] as const;
    await eventually(() => expect(ends).toHaveLength(2));
    const second = await ingest("A dog.", "A cat.");
    await lookAgain(serving);
    expect(await answering(serving)).toBe(second);
    ends[0]?.();
    expect(await underWay[0]).toMatchObject({ id: first, rows: 1 });
    ends[1]?.();
    const last = await underWay[1];
    expect(last).toMatchObject({ id: first, rows: 1 });
    expect(last.generation.vectors).toHaveLength(0);
    expect(await answering(serving)).toBe(second);
  });

  it("takes up what becomes active while nobody searches", async () => {
    await ingest("A dog.");
    const serving = engine();
    await answering(serving);
    serving.watch();
    const second = await ingest("A dog.", "A cat.");
    await eventually(() => expect(serving.manifest?.id).toBe(second));
  });

  it("frees a generation at once where no request has it, and keeps the encoder that the next one needs too", async () => {
    await ingest("A dog.");
    const serving = engine();
    const old = await serving.use(({ generation, embedder }) => Promise.resolve({ generation, embedder }));
    await ingest("A dog.", "A cat.");
    await lookAgain(serving);
    expect(old.generation.vectors).toHaveLength(0);
    await serving.use(async ({ embedder }) => {
      expect(embedder).toBe(old.embedder);
      expect(await embedder.embed(["dog"])).toHaveLength(384);
    });
  });

  it("keeps the old generation where memory for two is short, says so, and takes the new one when there is room", async () => {
    const first = await ingest("A dog.");
    const serving = engine();
    expect(await answering(serving)).toBe(first);
    const second = await ingest("A dog.", "A cat.");
    vi.stubEnv("KOTOMAP_MEMORY_LIMIT", "1");
    await lookAgain(serving);
    expect(await answering(serving)).toBe(first);
    expect(serving.active).toBe(second);
    expect(serving.problems).toEqual([{ code: "memory_short", message: expect.stringMatching(new RegExp(`MB.*activate ${second} --pause`)) as string }]);
    vi.stubEnv("KOTOMAP_MEMORY_LIMIT", "");
    await lookAgain(serving);
    expect(await answering(serving)).toBe(second);
    expect(serving.problems).toEqual([]);
  });

  it("swaps with a pause where that was chosen: the old one ends its requests and goes, then the new one is loaded", async () => {
    await ingest("A dog.");
    const serving = engine();
    vi.stubEnv("KOTOMAP_MEMORY_LIMIT", "1");
    let end: () => void = () => undefined;
    const underWay = serving.use(async ({ generation }) => {
      await new Promise<void>((resolve) => (end = resolve));
      return generation.vectors.length;
    });
    await eventually(() => expect(serving.manifest).not.toBeNull());
    const second = await ingest("A dog.", "A cat.");
    await lookAgain(serving);
    expect(serving.problems).toMatchObject([{ code: "memory_short" }]);
    await database(dataDir()).generation.update({ where: { id: second }, data: { swap: "pause" } });
    ahead += 5000;
    await eventually(() => expect(answering(serving)).rejects.toMatchObject({ code: "index_building", message: expect.stringContaining(second) as string }));
    end();
    expect(await underWay).toBe(384);
    await eventually(async () => expect(await answering(serving)).toBe(second));
    expect(serving.problems).toEqual([]);
  });

  it("comes back with the old generation after a pause for one that is damaged, and does not pause for it again", async () => {
    const first = await ingest("A dog.");
    const serving = engine();
    expect(await answering(serving)).toBe(first);
    const second = await ingest("A dog.", "A cat.");
    await flipByte(fileOf(second, "vectors.f32"));
    await database(dataDir()).generation.update({ where: { id: second }, data: { swap: "pause" } });
    await lookAgain(serving);
    expect(await answering(serving)).toBe(first);
    expect(serving.problems).toMatchObject([{ code: "index_damaged" }]);
    const held = await serving.use(({ generation }) => Promise.resolve(generation));
    await lookAgain(serving, 3600);
    expect(held.vectors).toHaveLength(384);
    await flipByte(fileOf(second, "vectors.f32"));
    await lookAgain(serving, 3600);
    expect(await answering(serving)).toBe(second);
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
    expect(await answering(serving)).toBe(good);
    expect(serving.problems).toHaveLength(1);
    expect(serving.problems[0]).toMatchObject({ code: "index_damaged" });
    expect(serving.problems[0]?.message).toContain(active);
    expect(serving.problems[0]?.message).toContain(name);
  });

  it("refuses with the reason where no generation can be used, and the next ingest mends it", async () => {
    const only = await ingest("A dog.");
    await rm(path.join(dataDir(), "generations", only), { recursive: true });
    await expect(answering(engine())).rejects.toMatchObject({ code: "index_damaged" });
    const rebuilt = await ingest("A dog.");
    expect(await answering(engine())).toBe(rebuilt);
  });

  it("has the next ingest build a damaged generation anew, though no caption changed", async () => {
    const damaged = await ingest("A dog.", "A cat.");
    await flipByte(fileOf(damaged, "vectors.f32"));
    const rebuilt = await ingest("A dog.", "A cat.");
    expect(rebuilt).not.toBe(damaged);
    const serving = engine();
    expect(await answering(serving)).toBe(rebuilt);
    expect(serving.problems).toEqual([]);
  });

  it("does not search vectors of another encoder", async () => {
    const id = await ingest("A dog.");
    await database(dataDir()).generation.update({ where: { id }, data: { modelSha256: "f".repeat(64) } });
    await expect(answering(engine())).rejects.toThrow(/another version of the encoder/);
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
    expect(await answering(engine())).toBe(first);
  });
});
