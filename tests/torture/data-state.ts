import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { bytesToVector } from "@/lib/core/vector";
import { connect, type Database } from "@/lib/database/client";
import { findActiveGeneration } from "@/lib/database/generations";
import { parseManifest } from "@/lib/vector-index/generation";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import { viewLabels } from "@/lib/vector-index/label-columns";

/** Most that vectors of one text may differ: batches of other sizes round otherwise. */
const TOLERANCE = 1e-5;

/** All that a search depends on, by the captions' own ids: rows have other numbers where a transaction was cut off. */
export interface DataState {
  /** By source and caption id: language, text, hash, image, and whether it is removed. */
  captions: Map<string, string>;
  /** By model, source and caption id. */
  embeddings: Map<string, Float32Array>;
  /** Of the active generation, by source and caption id. */
  vectors: Map<string, Float32Array>;
  recipe: string;
  /** What should not be there when no job runs. */
  leftovers: string[];
}

const names = (folder: string) => readdir(folder).catch(() => [] as string[]);

async function findLeftovers(db: Database, dataDir: string): Promise<string[]> {
  const [staged, images] = [await db.stagedCaption.count(), await db.stagedImage.count()];
  const open = await db.job.findMany({ where: { state: { in: ["queued", "running"] } } });
  const rows = await db.generation.findMany({ where: { state: { notIn: ["retired"] } } });
  const folders = await names(path.join(dataDir, "generations"));
  return [
    ...(staged + images > 0 ? [`${staged} staged captions, ${images} staged images`] : []),
    ...open.map(({ id, state }) => `job ${id} is ${state}`),
    ...rows.filter(({ state }) => state === "candidate").map(({ id }) => `candidate ${id}`),
    ...rows.filter(({ id }) => !folders.includes(id)).map(({ id, state }) => `${state} generation ${id} without a folder`),
    ...folders.filter((name) => !rows.some(({ id }) => id === name)).map((name) => `folder generations/${name} without a row`),
    ...(await names(path.join(dataDir, "jobs"))).map((name) => `file jobs/${name}`),
  ];
}

async function readActive(db: Database, dataDir: string, keys: Map<number, string>): Promise<Pick<DataState, "vectors" | "recipe">> {
  const active = await findActiveGeneration(db);
  if (!active) return { vectors: new Map(), recipe: "none" };
  await new GenerationStore(dataDir).verify(active.id);
  const manifest = parseManifest(active.manifest);
  if (typeof manifest === "string") throw new Error(manifest);
  const folder = path.join(dataDir, "generations", active.id);
  const bytes = await readFile(path.join(folder, "labels.bin"));
  const labels = viewLabels(new Uint8Array(bytes));
  const all = bytesToVector(await readFile(path.join(folder, "vectors.f32")));
  const { dimensions } = manifest.model;
  const vectors = new Map([...labels.captionIds].map((id, row) => [keys.get(id) ?? `caption ${id}`, all.subarray(row * dimensions, (row + 1) * dimensions)]));
  return { vectors, recipe: JSON.stringify({ dimensions, count: manifest.count, hnsw: manifest.hnsw, model: manifest.model.sha256, selection: active.selection }) };
}

/** @throws where the active generation does not have the checksums of its manifest */
export async function readDataState(dataDir: string): Promise<DataState> {
  const db = connect(dataDir);
  try {
    const rows = await db.caption.findMany({ include: { source: true, image: true } });
    const keys = new Map(rows.map(({ id, externalId, source }) => [id, `${source.name} ${externalId}`]));
    const embeddings = await db.embedding.findMany();
    return {
      captions: new Map(rows.map(({ id, language, text, textHash, image, removedAt }) => [keys.get(id) ?? "", JSON.stringify([language, text, textHash, image.externalId, removedAt !== null])])),
      embeddings: new Map(embeddings.map(({ modelId, captionId, textHash, vector }) => [`${modelId} ${keys.get(captionId)} ${textHash}`, bytesToVector(vector)])),
      ...(await readActive(db, dataDir, keys)),
      leftovers: await findLeftovers(db, dataDir),
    };
  } finally {
    await db.$disconnect();
  }
}

function* vectorDifferences(name: string, left: Map<string, Float32Array>, right: Map<string, Float32Array>): Generator<string> {
  if (left.size !== right.size) yield `${left.size} ${name} instead of ${right.size}`;
  for (const [key, expected] of right) {
    const found = left.get(key);
    if (!found) yield `${name} of ${key} missing`;
    else if (found.length !== expected.length || expected.some((value, i) => !(Math.abs(value - (found[i] as number)) <= TOLERANCE))) yield `${name} of ${key} differ`;
  }
}

/** What is not as it should be, in words; empty where all is. */
export function findDifferences(found: DataState, expected: DataState): string[] {
  const captions = [...expected.captions].filter(([key, caption]) => found.captions.get(key) !== caption).map(([key]) => `caption ${key} differs`);
  return [
    ...(found.captions.size === expected.captions.size ? [] : [`${found.captions.size} captions instead of ${expected.captions.size}`]),
    ...captions,
    ...vectorDifferences("saved vectors", found.embeddings, expected.embeddings),
    ...vectorDifferences("vectors of the index", found.vectors, expected.vectors),
    ...(found.recipe === expected.recipe ? [] : [`the active generation is ${found.recipe} instead of ${expected.recipe}`]),
    ...found.leftovers,
  ];
}
