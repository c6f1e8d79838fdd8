import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { database } from "@/lib/database/client";
import type { Embedder } from "@/lib/embedding/embedder";
import { createLocalEmbedder } from "@/lib/embedding/local-embedder";
import { loadBundledModel } from "@/lib/embedding/model-store";
import { listJobs } from "@/lib/features/jobs/list-jobs";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import { ingestCaptions } from "./ingest-captions";
import type { IngestRequest } from "./ingest-types";
import { preparedEncoder } from "./testing/prepared-encoder";

let folder: string;
let embedder: Embedder;
const dataDir = () => path.join(folder, "data");

beforeAll(async () => {
  const opened = await createLocalEmbedder({ model: await loadBundledModel(path.resolve("models")) });
  embedder = { ...opened, model: opened.model, device: opened.device, embed: opened.embed.bind(opened), embedStream: opened.embedStream.bind(opened), close: () => Promise.resolve() };
});
afterAll(() => embedder.close());
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kotomap-ingest-"));
});
afterEach(async () => {
  await database(dataDir()).$disconnect();
  await rm(folder, { recursive: true, force: true });
});

interface Annotation {
  id: number;
  image_id: number | string;
  caption: unknown;
}

async function write(name: string, content: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
}

const coco = (annotations: Annotation[]) =>
  JSON.stringify({ info: {}, licenses: [], images: [...new Set(annotations.map(({ image_id }) => image_id))].map((id) => ({ id, file_name: `${id}.jpg`, width: 640, height: 480 })), annotations });

const english: Annotation[] = [
  { id: 1, image_id: 42, caption: "A dog runs along the beach." },
  { id: 2, image_id: 42, caption: "A brown dog is playing in the waves." },
  { id: 3, image_id: 8_589_934_593, caption: "A red train stands at the station." },
];
const japanese: Annotation[] = [
  { id: 1, image_id: 42, caption: "海辺を犬が走っている。" },
  { id: 2, image_id: 8_589_934_593, caption: "駅に赤い電車が止まっている。" },
];

function ingest(files: string[], request: Partial<IngestRequest> = {}, signal?: AbortSignal, onProgress?: Parameters<typeof ingestCaptions>[1]) {
  return ingestCaptions({ files, collection: null, language: null, maxBadShare: 0.01, imagesDir: null, ...request }, { dataDir: dataDir(), openEncoder: () => Promise.resolve(preparedEncoder(embedder)), signal, ...onProgress });
}

async function contents() {
  const db = database(dataDir());
  return {
    collections: await db.collection.findMany({ select: { name: true } }),
    sources: await db.source.findMany({ select: { name: true, sha256: true } }),
    images: await db.image.findMany({ select: { externalId: true, collectionId: true }, orderBy: { id: "asc" } }),
    captions: await db.caption.findMany({ select: { id: true, imageId: true, language: true, text: true }, orderBy: { id: "asc" } }),
    embeddings: await db.embedding.count(),
    generations: await db.generation.findMany({ where: { state: "active" }, select: { id: true } }),
    staged: (await db.stagedCaption.count()) + (await db.stagedImage.count()),
  };
}

describe("ingestCaptions", () => {
  it("lets sources of one collection meet on the same image, ids past 2^32 included", async () => {
    const summary = await ingest([await write("en.json", coco(english)), await write("ja.json", coco(japanese))]);
    expect(summary).toMatchObject({ embedded: 5, captionsInIndex: 5, sources: [{ new: 3, languages: { en: 3 }, languageFrom: "detection" }, { new: 2, languages: { ja: 2 } }] });
    const { images, captions } = await contents();
    expect(images.map(({ externalId }) => externalId)).toEqual(["42", "8589934593"]);
    expect(captions.filter(({ imageId }) => imageId === 1).map(({ language }) => language)).toEqual(["en", "en", "ja"]);
    const generation = await new GenerationStore(dataDir()).load(String(summary.generation));
    expect(generation.rowsOfImage(1)).toHaveLength(3);
  });

  it("keeps equal image ids of two collections apart", async () => {
    const file = await write("en.json", coco(english));
    await ingest([file], { collection: "coco" });
    await ingest([file], { collection: "flickr30k" });
    expect((await contents()).images).toHaveLength(4);
  });

  it("changes nothing when a file is ingested twice, compressed or renamed", async () => {
    const file = await write("en.json", coco(english));
    const first = await ingest([file]);
    const before = await contents();
    const second = await ingest([file, await write("renamed.json", coco(english))]);
    expect(second).toMatchObject({ embedded: 0, newGeneration: false, generation: first.generation, sources: [{ new: 0, changed: 0, unchanged: 3 }, { new: 0, changed: 0, unchanged: 3 }] });
    expect(await contents()).toEqual(before);
  });

  it("embeds changed captions anew, keeps absent ones, and searches find the new text", async () => {
    await ingest([await write("en.json", coco(english))]);
    const changed = [{ id: 1, image_id: 42, caption: "A cat sleeps on a sofa." }, english[1] as Annotation, { id: 9, image_id: 42, caption: "Waves reach the sand." }];
    const summary = await ingest([await write("en.json", coco(changed))]);
    expect(summary).toMatchObject({ embedded: 2, captionsInIndex: 4, newGeneration: true, sources: [{ new: 1, changed: 1, unchanged: 1, absent: 1 }] });
    const generation = await new GenerationStore(dataDir()).load(String(summary.generation));
    const { rows, scores } = generation.index.search(await embedder.embed(["A cat sleeps on a sofa."]), 1, 10);
    expect(generation.labels.captionIds[rows[0] as number]).toBe(1);
    expect(scores[0]).toBeCloseTo(1, 3);
  });

  it("numbers the captions of a table without caption ids, so that a corrected line replaces its caption", async () => {
    const lines = (second: string) => `image_id,caption\na,A dog.\na,${second}\nb,A train.\n`;
    await ingest([await write("mine.csv", lines("Two dogs."))], { language: "en" });
    const summary = await ingest([await write("mine.csv", lines("Three dogs."))], { language: "en" });
    expect(summary.sources[0]).toMatchObject({ collection: "mine", new: 0, changed: 1, unchanged: 2, languageFrom: "option" });
    expect((await contents()).captions.map(({ text }) => text)).toEqual(["A dog.", "Three dogs.", "A train."]);
  });

  it("gathers what the rows of a table tell of one image", async () => {
    await ingest([await write("mine.csv", "image_id,caption,url,file_name\na,A dog.,https://example.org/a.jpg,\na,Two dogs.,,a.jpg\n")], { language: "en" });
    expect(await database(dataDir()).image.findMany({ select: { url: true, fileName: true } })).toEqual([{ url: "https://example.org/a.jpg", fileName: "a.jpg" }]);
  });

  it.each([
    ["an annotation without a usable caption", coco([...english, { id: 4, image_id: 42, caption: null }]), /1 of 4 records.*caption/],
    ["an unknown image id", coco(english).replace('"image_id":42', '"image_id":43'), /1 of 3 records.*unknown image.*43/],
    ["a caption id that stands twice", coco([...english, { id: 1, image_id: 42, caption: "Again." }]), /duplicate caption id.*caption id 1/],
    ["a file cut off in the middle", coco(english).slice(0, -40), /bad\.json.*(cut off|ends)/i],
    ["no annotations", JSON.stringify({ images: [] }), /annotations/],
    ["an empty file", "", /empty/],
  ])("refuses %s and leaves the database as it was", async (_, content, message) => {
    const good = await write("good.json", coco(japanese));
    await ingest([good]);
    const before = await contents();
    const other = await write("other.json", coco([{ id: 77, image_id: 1, caption: "A kite." }]));
    await expect(ingest([other, await write("bad.json", content)])).rejects.toThrow(message);
    expect(await contents()).toEqual(before);
  });

  it("refuses another file under a name that is taken, in one run and later, and replaces nothing", async () => {
    const [here, there] = [path.join(folder, "a"), path.join(folder, "b")];
    await Promise.all([mkdir(here), mkdir(there)]);
    const first = await write("a/captions.json", coco(english));
    const second = await write("b/captions.json", coco(english.map((annotation) => ({ ...annotation, image_id: Number(annotation.image_id) + 1, caption: `Not ${String(annotation.caption)}` }))));
    await expect(ingest([first, second])).rejects.toThrow(/Two different files are called captions\.json/);
    await ingest([first, first]);
    const before = await contents();
    await expect(ingest([second])).rejects.toThrow(/3 of 3 caption ids .* stood for other images/);
    expect(await contents()).toEqual(before);
    await ingest([second], { collection: "other" });
    expect((await contents()).captions).toHaveLength(6);
  });

  it("skips single bad records up to the allowed share and counts them", async () => {
    const file = await write("en.json", coco([...english, { id: 4, image_id: 42, caption: "" }]));
    const { sources } = await ingest([file], { maxBadShare: 0.25 });
    expect(sources[0]).toMatchObject({ captions: 3, new: 3, skipped: [{ reason: "empty_caption", count: 1, examples: [{ record: 4 }] }] });
  });

  it("keeps what was embedded when it is stopped, and goes on from there", async () => {
    const many = Array.from({ length: 2200 }, (_, i) => ({ id: i, image_id: i % 100, caption: `Dog ${i}.` }));
    const file = await write("many.json", coco(many));
    const controller = new AbortController();
    const stop = { onProgress: ({ stage, done }: { stage: string; done: number }) => void (stage === "embed" && done >= 1024 && controller.abort()) };
    await expect(ingest([file], {}, controller.signal, stop)).rejects.toMatchObject({ code: "cancelled" });
    const stopped = await contents();
    expect(stopped.embeddings).toBeGreaterThanOrEqual(1024);
    expect(stopped).toMatchObject({ generations: [], staged: 0 });
    expect(await readdir(path.join(dataDir(), "generations")).catch(() => [])).toEqual([]);
    const { embedded, captionsInIndex } = await ingest([file]);
    expect(embedded).toBe(2200 - stopped.embeddings);
    expect(captionsInIndex).toBe(2200);
  });

  it("waits while another process changes captions, and goes on once that is gone", async () => {
    const file = await write("en.json", coco(english));
    await ingest([file]);
    const db = database(dataDir());
    const other = await db.job.create({ data: { kind: "ingest", state: "running", parameters: "{}", worker: `${hostname()}:${process.ppid}:0-other`, holds: "captions", attempt: 1 } });
    const waiting = ingest([file]);
    await vi.waitFor(async () => expect(await listJobs(db, { states: ["queued"] })).toMatchObject([{ waitsFor: { jobId: other.id } }]), 5000);
    await db.job.update({ where: { id: other.id }, data: { worker: `${hostname()}:${2 ** 22 + 1}:0-other` } });
    expect(await waiting).toMatchObject({ newGeneration: false });
    expect(await db.job.findUnique({ where: { id: other.id } })).toMatchObject({ state: "queued", worker: null });
  });

  it("goes on with the job of a process that was killed rather than making a second one", async () => {
    const file = await write("en.json", coco(english));
    await ingest([file]);
    const db = database(dataDir());
    await db.job.updateMany({ data: { state: "running", worker: `${hostname()}:${2 ** 22 + 1}:0-killed`, holds: "index", result: null } });
    await ingest([file]);
    expect(await db.job.findMany()).toMatchObject([{ state: "done", attempt: 2, holds: null }]);
  });

  it("names a missing file, a folder, and a picture folder that is not there", async () => {
    await expect(ingest([path.join(folder, "none.json")])).rejects.toThrow(/no file .*none\.json/);
    await expect(ingest([folder])).rejects.toThrow(/is a folder/);
    await expect(ingest([await write("en.json", coco(english))], { imagesDir: path.join(folder, "none") })).rejects.toThrow(/--images/);
    await expect(ingest([await write("en.json", coco(english))], { collection: "../x" })).rejects.toThrow(/collection name/);
  });
});
