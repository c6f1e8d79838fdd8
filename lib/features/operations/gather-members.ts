import fs from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/database/client";
import { listUsableGenerations } from "@/lib/database/generations";
import { listLayoutsOf } from "@/lib/database/layouts";
import { findModel } from "@/lib/database/models";
import { modelFolderName } from "@/lib/embedding/hub/model-id";
import { LayoutStore } from "@/lib/features/layouts/layout-store";
import { readSavedModel } from "@/lib/features/models/saved-model";
import { GenerationStore } from "@/lib/vector-index/generation-store";

/** A file of a backup, opened: a generation that is deleted meanwhile stays readable. */
export interface OpenMember {
  name: string;
  handle: fs.FileHandle;
  bytes: number;
}

export interface GatheredMembers {
  files: OpenMember[];
  /** Ids, the active one first. */
  generations: string[];
  /** Ids of their layouts. */
  layouts: string[];
  models: string[];
  leftOut: string[];
  close: () => Promise<void>;
}

/** What a download has not finished, or marks as its own. */
const UNFINISHED = /\.(part|part\.json|lock)$/;

class Gathering implements GatheredMembers {
  readonly files: OpenMember[] = [];
  readonly generations: string[] = [];
  readonly models: string[] = [];
  readonly leftOut: string[] = [];
  readonly layouts: string[] = [];

  constructor(private readonly dataDir: string) {}

  /** @param deep with the folders in it   @throws where the folder is missing; then nothing of it is added */
  async addFolder(folder: string, deep: boolean): Promise<void> {
    const root = path.join(this.dataDir, folder);
    const found = (await fs.readdir(root, { recursive: deep, withFileTypes: true })).filter((entry) => entry.isFile() && !UNFINISHED.test(entry.name));
    const opened: OpenMember[] = [];
    try {
      for (const { parentPath, name } of found) {
        const file = path.join(parentPath, name);
        const handle = await fs.open(file, "r");
        opened.push({ name: path.relative(this.dataDir, file).split(path.sep).join("/"), handle, bytes: (await handle.stat()).size });
      }
    } catch (error) {
      await Promise.all(opened.map(({ handle }) => handle.close()));
      throw error;
    }
    this.files.push(...opened.sort((a, b) => (a.name < b.name ? -1 : 1)));
  }

  close = async (): Promise<void> => {
    await Promise.all(this.files.map(({ handle }) => handle.close()));
  };
}

/** Adds a folder that is whole. @returns whether it was: else it is left out, and why is told */
async function addWhole(gathering: Gathering, name: string, folder: string, verify: () => Promise<void>): Promise<boolean> {
  try {
    await verify();
    await gathering.addFolder(folder, false);
    return true;
  } catch (error) {
    const gone = (error as NodeJS.ErrnoException).code === "ENOENT";
    if (!gone && !(error instanceof AppError)) throw error;
    gathering.leftOut.push(`${name}: ${gone ? "its folder was removed meanwhile" : (error as AppError).message}`);
    return false;
  }
}

/** A generation, and the layouts of it that the database speaks of: others are being made. */
async function addGeneration(gathering: Gathering, db: Database, dataDir: string, generation: string): Promise<void> {
  const folder = `generations/${generation}`;
  if (!(await addWhole(gathering, `Generation ${generation}`, folder, () => new GenerationStore(dataDir).verify(generation)))) return;
  gathering.generations.push(generation);
  const layouts = new LayoutStore(dataDir);
  for (const { id } of await listLayoutsOf(db, generation)) {
    if (await addWhole(gathering, `Layout ${id}`, `${folder}/layouts/${id}`, () => layouts.verify({ generation, id }))) gathering.layouts.push(id);
  }
}

async function addModel(gathering: Gathering, db: Database, sha256: string, name: string): Promise<void> {
  const row = await findModel(db, sha256);
  const reference = row && readSavedModel(row).reference;
  if (!reference || reference.kind === "bundled") return;
  if (reference.kind === "folder") return void gathering.leftOut.push(`Model ${name}: its folder ${reference.path} lies outside the data folder. Copy it to the same place.`);
  const folder = modelFolderName(reference.id, reference.revision);
  if (gathering.models.includes(folder)) return;
  try {
    await gathering.addFolder(`models/${folder}`, true);
    gathering.models.push(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    gathering.leftOut.push(`Model ${name}: it is not in the data folder. It can be fetched from the hub again.`);
  }
}

/** Opens the files that the kept generations of `db` and their layouts consist of, each checked, and the hub's models that they need. */
export async function gatherMembers(db: Database, dataDir: string): Promise<GatheredMembers> {
  const gathering = new Gathering(dataDir);
  try {
    const usable = await listUsableGenerations(db);
    for (const { id } of usable) await addGeneration(gathering, db, dataDir, id);
    const models = new Map(usable.map(({ modelSha256, modelName }) => [modelSha256, modelName]));
    for (const [sha256, name] of models) await addModel(gathering, db, sha256, name);
    return gathering;
  } catch (error) {
    await gathering.close();
    throw error;
  }
}
