import { readdir, rm, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { AppError } from "@/lib/core/errors";
import { vectorToBytes } from "@/lib/core/vector";
import { findActiveGeneration } from "@/lib/database/generations";
import { findCurrentLayout, listLayouts } from "@/lib/database/layouts";
import { readJobLog } from "@/lib/features/jobs/read-job-log";
import { listJobs } from "@/lib/features/jobs/list-jobs";
import { deleteGeneration } from "@/lib/features/reindexing/delete-generation";
import { SmallCorpus } from "@/lib/features/reindexing/testing/small-corpus";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import { deleteLayout } from "./delete-layout";
import type { LayoutRequest } from "./layout-request";
import { LayoutStore } from "./layout-store";
import type { LoadedLayout } from "./load-layout";

let corpus: SmallCorpus;
afterEach(() => corpus.remove());

type Caption = [image: string, text: string, language: string];

const WORDS = ["dog", "cat", "train", "boat", "pizza", "mountain", "snow", "sea", "woman", "child", "犬", "猫", "電車", "船", "山"];

/** Captions of images, five each, that share most of their words. */
const captionsOf = (images: number, first = 0): Caption[] =>
  Array.from({ length: 5 * images }, (_, i) => {
    const image = first + Math.floor(i / 5);
    return [`${image}`, `${WORDS[image % 15]} and ${WORDS[(7 * image) % 13]} number ${image} ${"again ".repeat(i % 5)}`, i % 5 === 0 ? "ja" : "en"];
  });

async function open(captions: Caption[]): Promise<SmallCorpus> {
  corpus = await SmallCorpus.create();
  if (captions.length > 0) await corpus.ingest("captions", captions);
  return corpus;
}

const layOut = (request: Partial<LayoutRequest> = {}, options = {}) => corpus.layOut({ iterations: 60, earlyIterations: 20, ...request }, options);
const load = async (id: string): Promise<LoadedLayout> => {
  const row = (await listLayouts(corpus.db)).find((one) => one.id === id);
  return new LayoutStore(corpus.dataDir).load({ generation: String(row?.generationId), id });
};
/** Where each caption is, by its id. */
const placesOf = ({ captions, positions }: LoadedLayout) => new Map(Array.from(captions ?? [], (id, i) => [id, [positions[2 * i], positions[2 * i + 1]]]));
const failure = (work: Promise<unknown>) => work.then(() => null, (error: AppError) => ({ code: error.code, message: error.message, field: error.field }));

describe("a layout", () => {
  it("has a place for every caption of the active generation, in the order of its parts, and tells how true it is", async () => {
    await open(captionsOf(30));
    const { layout, newLayout } = await layOut();
    expect(newLayout).toBe(true);
    expect(layout).toMatchObject({ method: "tsne", unit: "captions", count: 150, captions: 150, images: 30, placed: 0, languages: ["ja", "en"], collections: ["mine"] });
    expect(layout.parameters).toMatchObject({ iterations: 60, earlyIterations: 20, perplexity: 30, initialisation: "pca", seed: 0 });
    expect(layout.quality.sameGroup).toBeGreaterThan(0.3);
    expect(layout.quality.divergence).toBeGreaterThan(0);
    const loaded = await load(layout.id);
    const rows = await new GenerationStore(corpus.dataDir).load(layout.generation);
    expect([...(loaded.captions ?? [])].sort((a, b) => a - b)).toEqual([...rows.labels.captionIds]);
    loaded.captions?.forEach((caption, point) => {
      const row = rows.rowOfCaption(caption)!;
      expect(loaded.images[point]).toBe(rows.labels.imageIds[row]);
      expect(layout.languages[loaded.columns.language[point]!]).toBe(rows.manifest.languages[rows.labels.languages[row]!]);
      expect(loaded.columns.x[point]! / 65535).toBeCloseTo((loaded.positions[2 * point]! - layout.frame.left) / layout.frame.side, 4);
      expect(loaded.columns.y[point]! / 65535).toBeCloseTo((loaded.positions[2 * point + 1]! - layout.frame.low) / layout.frame.side, 4);
    });
  });

  it("comes out the same from the same parameters and seed", async () => {
    await open(captionsOf(20));
    const positions = async (seed: number) => (await load((await layOut({ seed })).layout.id)).positions;
    const first = await positions(1);
    expect(await positions(1)).toEqual(first);
    expect(await positions(2)).not.toEqual(first);
  });

  it("of principal components keeps its axes, and has none of t-SNE's parameters", async () => {
    await open(captionsOf(20));
    const { layout } = await corpus.layOut({ method: "pca" });
    expect(layout.parameters).toEqual({});
    const store = new LayoutStore(corpus.dataDir);
    expect(await store.readAxes(layout, await store.readManifest(layout))).toHaveLength(3 * 32);
    expect(layout.quality.divergence).toBeNull();
  });

  it("of images has a point for each, and of one language its captions alone", async () => {
    await open(captionsOf(12));
    const images = await layOut({ unit: "images" });
    expect(images.layout).toMatchObject({ count: 12, captions: 60, images: 12, languages: ["mul"] });
    expect((await load(images.layout.id)).captions).toBeNull();
    expect((await layOut({ language: "ja" })).layout).toMatchObject({ count: 12, captions: 12, languages: ["ja"] });
  });

  it("of all captions by t-SNE stays the one that maps show, whatever special one is made after it", async () => {
    await open(captionsOf(8));
    const pca = await corpus.layOut({ method: "pca" });
    expect((await findCurrentLayout(corpus.db))?.id).toBe(pca.layout.id);
    const whole = await layOut();
    await corpus.layOut({ method: "pca" });
    await layOut({ language: "ja" });
    expect((await findCurrentLayout(corpus.db))?.id).toBe(whole.layout.id);
  });

  it("is kept along with one earlier of its kind, no more", async () => {
    await open(captionsOf(4));
    const made = [await layOut(), await layOut(), await layOut(), await layOut({ unit: "images" })];
    const [first, second, third, images] = made.map(({ layout }) => layout.id);
    expect(made[2]?.replaced).toEqual([first]);
    expect((await listLayouts(corpus.db)).map(({ id }) => id)).toEqual([images, third, second]);
    const [generation] = await new GenerationStore(corpus.dataDir).list();
    expect(await new LayoutStore(corpus.dataDir).list(String(generation))).toEqual([images, third, second]);
  });
});

describe("few captions, or like ones", () => {
  it("are refused where there are none", async () => {
    await open([]);
    expect(await failure(layOut())).toMatchObject({ code: "conflict", message: expect.stringMatching(/no index yet.*npm run ingest/) as string });
  });

  it.each([1, 2, 3])("are laid out where they are %i", async (count) => {
    await open(captionsOf(1).slice(0, count));
    const { layout } = await corpus.layOut();
    const { positions } = await load(layout.id);
    expect(new Set(Array.from({ length: count }, (_, i) => `${positions[2 * i]} ${positions[2 * i + 1]}`)).size).toBe(count);
    expect([...positions].every(Number.isFinite)).toBe(true);
    expect((await corpus.layOut({ method: "pca" })).layout.count).toBe(count);
  });

  it.each([2, 40])("are laid out where all %i are alike", async (count) => {
    await open(Array.from({ length: count }, (_, i): Caption => [`${i}`, "a dog", "en"]));
    for (const request of [{}, { method: "pca" as const }, { unit: "images" as const }, { initialisation: "random" as const }]) {
      const { layout } = await corpus.layOut(request);
      expect([...(await load(layout.id)).positions].every(Number.isFinite)).toBe(true);
    }
  });

  it("are told the highest perplexity that they can have", async () => {
    await open(captionsOf(4));
    expect(await failure(layOut({ perplexity: 7 }))).toMatchObject({ code: "invalid_parameter", field: "perplexity", message: expect.stringMatching(/at most 6\.3/) as string });
    expect(await failure(layOut({ language: "fr" }))).toMatchObject({ code: "invalid_parameter", field: "language", message: expect.stringMatching(/There are: ja, en/) as string });
  });
});

describe("after an ingest", () => {
  it("a job has the map follow, which places the new captions and moves no other", async () => {
    await open(captionsOf(40));
    const before = await layOut({ perplexity: 10 });
    const places = placesOf(await load(before.layout.id));
    const { generation } = await corpus.ingest("more", captionsOf(4, 40));
    const [job] = await listJobs(corpus.db, { kinds: ["layout"], states: ["queued"] });
    expect(job).toMatchObject({ parameters: { mode: "auto", method: "tsne", perplexity: 10, iterations: 60 }, requestedBy: expect.stringMatching(/^job \d+$/) as string });
    const { layout } = await corpus.layOut(job?.parameters as LayoutRequest);
    expect(layout).toMatchObject({ generation, count: 220, placed: 20, parameters: before.layout.parameters });
    const now = placesOf(await load(layout.id));
    for (const [caption, place] of places) expect(now.get(caption)).toEqual(place);
    expect(layout.quality.sameGroup).toBeGreaterThan(0.3);
    expect(await listJobs(corpus.db, { states: ["queued"] })).toEqual([]);
    expect((await corpus.layOut({ mode: "auto", perplexity: 10 })).newLayout).toBe(false);
  });

  it("principal components are extended along their axes", async () => {
    await open(captionsOf(40));
    const before = await corpus.layOut({ method: "pca" });
    await corpus.ingest("more", captionsOf(4, 40));
    const { layout } = await corpus.layOut({ method: "pca", mode: "extend" });
    const [places, now] = [placesOf(await load(before.layout.id)), placesOf(await load(layout.id))];
    for (const [caption, place] of places) expect(now.get(caption)).toEqual(place);
    const xs = [...now.values()].map(([x]) => x);
    expect(new Set(xs).size).toBeGreaterThan(200);
  });

  it("of many captions all are laid out anew, as extending it would say too", async () => {
    await open(captionsOf(20));
    await layOut();
    await corpus.ingest("more", captionsOf(10, 20));
    expect(await failure(layOut({ mode: "extend" }))).toMatchObject({ code: "conflict", field: "mode" });
    expect((await layOut({ mode: "auto" })).layout).toMatchObject({ count: 150, placed: 0 });
  });

  it("removed captions are left out, and the last layout is shown till the new one is there", async () => {
    await open(captionsOf(20));
    const { layout: old } = await layOut();
    const [first] = await corpus.db.caption.findMany({ take: 1 });
    await corpus.reindex({ remove: { sourceIds: [], captionIds: [first!.id] } });
    expect((await listLayouts(corpus.db)).map(({ id }) => id)).toEqual([old.id]);
    const { layout } = await layOut({ mode: "auto" });
    expect(layout).toMatchObject({ count: 99, placed: 0 });
    expect(placesOf(await load(layout.id)).has(first!.id)).toBe(false);
  });

  it("of the first captions, or where there was no map, none is asked for", async () => {
    await open(captionsOf(4));
    await corpus.ingest("more", captionsOf(2, 4));
    expect(await listJobs(corpus.db, { kinds: ["layout"] })).toEqual([]);
  });
});

describe("a layout that is stopped", () => {
  it("goes on from its neighbours and its last checkpoint, to the same end", async () => {
    await open(captionsOf(620));
    const request = { iterations: 200, earlyIterations: 50, perplexity: 10 };
    const stop = new AbortController();
    const onProgress = ({ stage, done }: { stage: string; done: number }) => void (stage === "layout" && done >= 150 && stop.abort());
    expect(await failure(corpus.layOut(request, { signal: stop.signal, onProgress }))).toMatchObject({ code: "cancelled" });
    const stages: string[] = [];
    const resumed = await corpus.layOut(request, { onProgress: ({ stage }: { stage: string }) => void stages.push(stage) });
    const [job] = await listJobs(corpus.db, { kinds: ["layout"] });
    expect((await readJobLog(corpus.db, job!.id)).map(({ message }) => message)).toContain("Going on from iteration 100.");
    expect(stages).not.toContain("neighbours");
    const whole = await corpus.layOut(request);
    expect((await load(resumed.layout.id)).positions).toEqual((await load(whole.layout.id)).positions);
    expect(await partials()).toEqual([]);
  }, 60_000);

  it("leaves what it computed until another is begun or it is cleared away", async () => {
    await open(captionsOf(4));
    const stop = new AbortController();
    const work = layOut({}, { signal: stop.signal, onProgress: ({ stage }: { stage: string }) => void (stage === "quality" && stop.abort()) });
    expect(await failure(work)).toMatchObject({ code: "cancelled" });
    expect(await partials()).toHaveLength(1);
    expect((await corpus.prune()).leftovers).toBe(1);
    expect(await partials()).toEqual([]);
  });

  it("says so where its generation is removed meanwhile, and brings nothing of it back", async () => {
    await open(captionsOf(6));
    const first = String((await findActiveGeneration(corpus.db))?.id);
    await corpus.ingest("more", captionsOf(1, 6));
    let removal: Promise<void> | undefined;
    const onProgress = ({ stage }: { stage: string }) => void (stage === "quality" && (removal ??= deleteGeneration(corpus.db, corpus.dataDir, first)));
    const work = corpus.layOut({ generation: first, iterations: 2000 }, { onProgress });
    expect(await failure(work)).toMatchObject({ code: "conflict", message: expect.stringMatching(/was removed while it was laid out/) as string });
    await removal;
    expect(await new GenerationStore(corpus.dataDir).list()).not.toContain(first);
    expect(await failure(layOut({ generation: first }))).toMatchObject({ code: "conflict", message: expect.stringMatching(/is retired/) as string });
    expect(await failure(layOut({ generation: "20260101-000000-0000" }))).toMatchObject({ code: "not_found" });
  });
});

async function partials(): Promise<string[]> {
  const [generation] = await new GenerationStore(corpus.dataDir).list();
  return (await readdir(new LayoutStore(corpus.dataDir).folderFor(String(generation)))).filter((name) => name.endsWith(".partial"));
}

describe("what is damaged", () => {
  it("of a layout is named, by whoever loads it and by a look at all files; it can be removed", async () => {
    await open(captionsOf(4));
    const { layout } = await layOut();
    const file = path.join(new LayoutStore(corpus.dataDir).folderOf(layout), "positions.f32");
    await truncate(file, 100);
    expect(await failure(load(layout.id))).toMatchObject({ code: "layout_damaged", field: "positions.f32", message: expect.stringMatching(/has 100 bytes instead of 160/) as string });
    const { ok, generations } = await corpus.verify();
    expect(ok).toBe(false);
    expect(generations[0]?.faults).toEqual([{ fault: expect.stringMatching(/positions\.f32 has 100 bytes/) as string, mend: expect.stringMatching(new RegExp(`--remove ${layout.id}`)) as string }]);
    await deleteLayout(corpus.db, corpus.dataDir, layout.id);
    expect((await corpus.verify()).ok).toBe(true);
    expect(await failure(deleteLayout(corpus.db, corpus.dataDir, layout.id))).toMatchObject({ code: "not_found" });
  });

  it("of the vectors stops a layout, and is found by a look at all files", async () => {
    await open(captionsOf(4));
    const id = String((await findActiveGeneration(corpus.db))?.id);
    const file = path.join(new GenerationStore(corpus.dataDir).folderOf(id), "vectors.f32");
    await writeFile(file, new Uint8Array(20 * 32 * 4).fill(0xff));
    expect(await failure(layOut())).toMatchObject({ code: "index_damaged", message: expect.stringMatching(/vectors\.f32/) as string });
  });

  it("of the embeddings is found by a look at all files, and taken away to be embedded anew", async () => {
    await open(captionsOf(4));
    const [first] = await corpus.db.embedding.findMany({ take: 1 });
    const vector = new Float32Array(32).fill(NaN);
    await corpus.db.embedding.update({ where: { modelId_captionId: { modelId: first!.modelId, captionId: first!.captionId } }, data: { vector: vectorToBytes(vector) } });
    expect((await corpus.verify()).embeddings).toMatchObject([{ model: "fake", count: 1 }]);
    expect(await failure(corpus.reindex({ full: true }))).toMatchObject({ code: "bad_input", message: expect.stringMatching(/npm run check.*npm run prune/) as string });
    expect((await corpus.prune()).badVectors).toBe(1);
    expect((await corpus.reindex({ full: true })).embedded).toBe(1);
    expect((await corpus.verify()).ok).toBe(true);
  });
});

describe("half-written layouts", () => {
  it("and folders without a row, and rows without a folder, are cleared away by the next", async () => {
    await open(captionsOf(4));
    const { layout } = await layOut();
    const store = new LayoutStore(corpus.dataDir);
    await rm(store.folderOf(layout), { recursive: true });
    await store.openWorkFolder(layout.generation, "20200101-000000-0000");
    const next = await layOut({ unit: "images" });
    expect((await listLayouts(corpus.db)).map(({ id }) => id)).toEqual([next.layout.id]);
    expect(await partials()).toEqual([]);
  });
});
