import fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { AppError } from "@/lib/core/errors";
import { hashFile } from "@/lib/core/hash-file";
import { connect, database, databaseFile, type Database } from "@/lib/database/client";
import { findActiveGeneration } from "@/lib/database/generations";
import { prepareDatabase } from "@/lib/features/setup/prepare-database";
import { type Manifest, manifestName } from "@/lib/vector-index/generation";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import { viewLabels } from "@/lib/vector-index/label-columns";
import { newGenerationId } from "@/lib/vector-index/generation-id";
import { findActiveId } from "../find-active-id";

/** Files are linked, which costs no room; copied where the folders are on different disks. Neither is ever written again. */
async function linkFile(from: string, to: string): Promise<void> {
  await fs.link(from, to).catch(() => fs.copyFile(from, to));
}

/** The same vectors and graph, each row with the next row's caption: an answer of one generation is never one of the other. */
async function writeTwinLabels(from: string, to: string): Promise<{ bytes: number; sha256: string }> {
  const bytes = Uint8Array.from(await fs.readFile(from));
  const { captionIds } = viewLabels(bytes);
  const last = captionIds.at(-1) ?? 0;
  captionIds.copyWithin(0, 1);
  captionIds[captionIds.length - 1] = last + 1;
  await fs.writeFile(to, bytes);
  return { bytes: bytes.byteLength, sha256: await hashFile(to) };
}

async function writeTwin(store: GenerationStore, source: Manifest): Promise<Manifest> {
  const id = newGenerationId(new Date(), source.id);
  const [from, to] = [store.folderOf(source.id), store.folderOf(id)];
  await fs.mkdir(to, { recursive: true });
  for (const name of ["index.hnsw", "vectors.f32"]) await linkFile(path.join(from, name), path.join(to, name));
  const labels = await writeTwinLabels(path.join(from, "labels.bin"), path.join(to, "labels.bin"));
  const manifest = { ...source, id, files: { ...source.files, "labels.bin": labels } };
  await fs.writeFile(path.join(to, manifestName), JSON.stringify(manifest));
  return manifest;
}

async function copyActive(from: Database, dataDir: string, folder: string): Promise<string> {
  const active = await findActiveId(from, dataDir);
  await from.$executeRaw`VACUUM INTO ${databaseFile(folder)}`;
  const [own, copy] = [new GenerationStore(dataDir).folderOf(active), new GenerationStore(folder).folderOf(active)];
  await fs.mkdir(copy, { recursive: true });
  for (const name of await fs.readdir(own)) await linkFile(path.join(own, name), path.join(copy, name));
  return active;
}

/** @returns ids of the active generation and of its twin */
async function copyWithTwin(dataDir: string, folder: string): Promise<[string, string]> {
  const from = connect(dataDir);
  const active = await copyActive(from, dataDir, folder).finally(() => from.$disconnect());
  const { db } = await prepareDatabase(folder);
  const row = await findActiveGeneration(db);
  if (row?.id !== active) throw new AppError("index_damaged", `The copy of ${dataDir} has no active generation.`);
  const store = new GenerationStore(folder);
  const twin = await writeTwin(store, await store.readManifest(active));
  await db.generation.create({ data: { ...row, id: twin.id, state: "ready", manifest: JSON.stringify(twin), activatedAt: new Date(0), jobId: null } });
  return [active, twin.id];
}

interface Copy {
  dataDir: string;
  /** The active one first. */
  generations: [string, string];
}

/**
 * Works on a copy of a data folder's database and active generation, with a second generation beside it that answers
 * differently. The data folder itself is only read; the copy goes at the end.
 */
export async function withTwin<T>(dataDir: string, work: (copy: Copy) => Promise<T>): Promise<T> {
  const folder = await fs.mkdtemp(path.join(tmpdir(), "kotomap-swap-"));
  try {
    return await work({ dataDir: folder, generations: await copyWithTwin(dataDir, folder) });
  } finally {
    await database(folder).$disconnect();
    await fs.rm(folder, { recursive: true, force: true });
  }
}
