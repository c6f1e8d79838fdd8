import fs from "node:fs/promises";
import path from "node:path";
import type { Generation } from "@/lib/database/generations";
import type { Manifest } from "@/lib/vector-index/generation";
import { removalSchema, selectionSchema } from "./reindex-request";
import type { GateReport, GenerationState, GenerationView, Swap } from "./reindex-types";

/** The data folder is a setting: a bundler that follows it would take the whole project for part of the server. */
const fileOf = (dataDir: string, id: string, name: string) => path.join(/* turbopackIgnore: true */ dataDir, "generations", id, name);

/** Bytes on disk, of the files that are there. */
async function sizeOf(dataDir: string, id: string, { files }: Manifest): Promise<number> {
  const names = ["manifest.json", ...Object.keys(files)];
  const sizes = await Promise.all(names.map((name) => fs.stat(/* turbopackIgnore: true */ fileOf(dataDir, id, name)).then(({ size }) => size, () => 0)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** A generation as people and programs see it. */
export async function viewGeneration(row: Generation, dataDir: string): Promise<GenerationView> {
  const manifest = JSON.parse(row.manifest) as Manifest;
  const { languages, collections, hnsw, device } = manifest;
  return {
    id: row.id,
    state: row.state as GenerationState,
    model: { id: row.modelName, sha256: row.modelSha256, dimensions: row.dimensions },
    count: row.count,
    languages, collections, hnsw, device,
    selection: selectionSchema.parse(JSON.parse(row.selection)),
    removes: removalSchema.parse(JSON.parse(row.removes)),
    bytes: row.state === "retired" ? 0 : await sizeOf(dataDir, row.id, manifest),
    gate: row.gate === null ? null : (JSON.parse(row.gate) as GateReport),
    forced: row.forced,
    swap: row.swap as Swap,
    jobId: row.jobId,
    createdAt: row.createdAt.toISOString(),
    activatedAt: row.activatedAt?.toISOString() ?? null,
    manifest,
  };
}
