import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seededRandom } from "@/lib/core/random";
import { normaliseRows } from "@/lib/core/vector";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import type { LoadedGeneration } from "@/lib/vector-index/load-generation";
import { calibrateGeneration } from "./calibrate-generation";
import { copyRows } from "./ask-rows";
import { relevanceOf } from "./relevance-of";

const IMAGES = 400;
const DIMENSIONS = 32;
let dataDir: string;
let generation: LoadedGeneration;

/** By image: two Japanese captions and two English ones near a centre of its own, and for every twentieth one in French. */
const languagesOf = (image: number) => ["ja", "ja", "en", "en", ...(image % 20 === 0 ? ["fr"] : [])];

async function* rows() {
  const random = seededRandom(5);
  const spread = () => random() + random() + random() - 1.5;
  const captions = Array.from({ length: IMAGES }, (_, image) => languagesOf(image).map((language) => ({ image, language }))).flat();
  const centres = Float32Array.from({ length: IMAGES * DIMENSIONS }, spread);
  const vectors = Float32Array.from({ length: captions.length * DIMENSIONS }, (_, i) => centres[captions[Math.floor(i / DIMENSIONS)]!.image * DIMENSIONS + (i % DIMENSIONS)]! + spread());
  yield await Promise.resolve({
    captionIds: Uint32Array.from(captions, (_, row) => row + 1),
    imageIds: Uint32Array.from(captions, ({ image }) => image + 1),
    languages: captions.map(({ language }) => language),
    collections: captions.map(() => "coco"),
    vectors: normaliseRows(vectors, DIMENSIONS),
  });
}

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "kotomap-relevance-"));
  const store = new GenerationStore(dataDir);
  const { manifest } = await store.build({ model: { name: "test", sha256: "0".repeat(64), dimensions: DIMENSIONS }, device: "cpu", hnsw: { m: 16, efConstruction: 200, ef: 100 }, rows: rows() });
  generation = await store.load(manifest.id);
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** Captions of 10 to 39 characters. */
const ask = (rows: readonly number[]) => Promise.resolve({ vectors: copyRows(generation, rows), lengths: rows.map((row) => 10 + (row % 30)) });

const calibrate = (signal = new AbortController().signal, onDone = () => undefined) => calibrateGeneration(generation, { seed: 1, ask, signal, onDone });

describe("calibrateGeneration", () => {
  it("learns that captions of one image are nearer, in one language and across two, and is true for images it has not seen", async () => {
    const calibration = await calibrate();
    for (const [query, caption] of [["ja", "ja"], ["ja", "en"], ["en", "ja"], ["en", "en"]]) {
      const pair = calibration.pairs.find((one) => one.query === query && one.caption === caption)!;
      expect(pair).toMatchObject({ queries: 800, images: IMAGES, reason: null });
      expect(pair.reliability!.brier).toBeLessThan(pair.reliability!.brierOfPrior);
      expect(pair.reliability!.ece).toBeLessThan(0.02);
      expect(relevanceOf(calibration, { cosine: 0.8, length: 20, queryLanguage: query!, captionLanguage: caption! })).toBeGreaterThan(0.5);
      expect(relevanceOf(calibration, { cosine: 0.2, length: 20, queryLanguage: query!, captionLanguage: caption! })).toBeLessThan(0.05);
    }
  });

  it("says why it tells nothing of languages that no image, or few, have siblings in", async () => {
    const { pairs } = await calibrate();
    const reasonOf = (query: string, caption: string) => pairs.find((one) => one.query === query && one.caption === caption)?.reason;
    expect([reasonOf("fr", "fr"), reasonOf("fr", "ja"), reasonOf("en", "fr")]).toEqual(["no_siblings", "few_images", "few_images"]);
    expect(relevanceOf(await calibrate(), { cosine: 0.8, length: 20, queryLanguage: "fr", captionLanguage: "ja" })).toBeNull();
  });

  it("has a curve for each third of the queries by length, where they are many", async () => {
    const { pairs } = await calibrate();
    expect(pairs.find(({ query, caption }) => query === "ja" && caption === "en")?.curves.map(({ longest }) => longest)).toEqual([expect.closeTo(20, -1) as number, expect.closeTo(30, -1) as number, null]);
  });

  it("finds how near the nearest caption of another image usually is", async () => {
    const { closeFrom } = await calibrate();
    expect(closeFrom).toBeGreaterThan(0.2);
    expect(closeFrom).toBeLessThan(0.6);
  });

  it("learns the same from the same seed", async () => {
    const [first, second] = [await calibrate(), await calibrate()];
    expect(second.pairs).toEqual(first.pairs);
  });

  it("stops when it is told to", async () => {
    const controller = new AbortController();
    await expect(calibrate(controller.signal, () => controller.abort(new Error("enough")) as undefined)).rejects.toThrow("enough");
  });
});
