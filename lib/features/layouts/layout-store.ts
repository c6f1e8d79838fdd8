import fs from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/lib/core/errors";
import { flushFolder } from "@/lib/core/flush-file";
import { generationGone } from "@/lib/database/layouts";
import type { CaptionWords } from "@/lib/features/caption-map/words/caption-words";
import { decodeWords } from "@/lib/features/caption-map/words/words-file";
import { GenerationStore } from "@/lib/vector-index/generation-store";
import { layoutFiles, partFile } from "./layout-files";
import { assertLayoutId, isLayoutId } from "./layout-id";
import type { LayoutManifest } from "./layout-manifest";
import { type LoadedLayout, loadLayout, readLayoutManifest, readVerified } from "./load-layout";
import { type LayoutContents, writeLayout } from "./write-layout";

/** A folder with this ending is being written or removed, or is what a job has computed so far, and is no layout. */
const partialSuffix = ".partial";

/** A layout by its generation and its own id. */
export interface LayoutKey {
  generation: string;
  id: string;
}

/**
 * The layouts on disk, <dataDir>/generations/<generation>/layouts/<id>/. A folder of that name is complete and never changes; it appears by one
 * rename, and goes with its generation. One process at a time may write (the job with the lock "layout"); any number may load.
 */
export class LayoutStore {
  private readonly generations: GenerationStore;

  constructor(dataDir: string) {
    this.generations = new GenerationStore(dataDir);
  }

  /** The folder of all layouts of a generation. @throws AppError `not_found` where it is not the id of one */
  folderFor(generation: string): string {
    return path.join(this.generations.folderOf(generation), "layouts");
  }

  /** @throws AppError `not_found` where it is not the id of a layout */
  folderOf({ generation, id }: LayoutKey): string {
    assertLayoutId(id);
    return path.join(this.folderFor(generation), id);
  }

  /** @throws AppError `not_found`; `layout_damaged` naming layout, file and fault */
  async load(key: LayoutKey): Promise<LoadedLayout> {
    return loadLayout(this.folderOf(key), key.id);
  }

  /** @throws AppError `not_found`; `layout_damaged` where the manifest is missing or unusable */
  async readManifest(key: LayoutKey): Promise<LayoutManifest> {
    return readLayoutManifest(this.folderOf(key), key.id);
  }

  /** A part of the points as it lies on disk, gzip, verified: for sending on. @throws AppError `not_found`; `layout_damaged` */
  async readPart(key: LayoutKey, manifest: LayoutManifest, part: number): Promise<Uint8Array<ArrayBuffer>> {
    if (!(part in manifest.parts)) throw new AppError("not_found", `The layout ${key.id} has ${manifest.parts.length} parts, counted from 0; there is no part ${part}.`, { field: "part" });
    return readVerified(this.folderOf(key), manifest, partFile(part));
  }

  /** The labels as they lie on disk, JSON of MapLabels, verified. @throws AppError `layout_damaged` */
  async readLabels(key: LayoutKey, manifest: LayoutManifest): Promise<Uint8Array<ArrayBuffer>> {
    return readVerified(this.folderOf(key), manifest, layoutFiles.labels);
  }

  /** The words of each point's captions, verified. @throws AppError `layout_damaged` */
  async readWords(key: LayoutKey, manifest: LayoutManifest): Promise<CaptionWords> {
    const folder = this.folderOf(key);
    const vocabulary = await readVerified(folder, manifest, layoutFiles.vocabulary);
    const ids = await readVerified(folder, manifest, layoutFiles.words);
    return decodeWords(new TextDecoder().decode(vocabulary), new Uint16Array(ids.buffer), manifest.count);
  }

  /** Mean and axes of principal components, one after another; null of other methods. @throws AppError `layout_damaged` */
  async readAxes(key: LayoutKey, manifest: LayoutManifest): Promise<Float64Array | null> {
    if (!manifest.files[layoutFiles.axes]) return null;
    return new Float64Array((await readVerified(this.folderOf(key), manifest, layoutFiles.axes)).buffer);
  }

  /** Checks sizes and SHA-256 of all files. @throws AppError `not_found`; `layout_damaged` naming layout, file and fault */
  async verify(key: LayoutKey): Promise<void> {
    const folder = this.folderOf(key);
    const manifest = await readLayoutManifest(folder, key.id);
    for (const name of Object.keys(manifest.files)) await readVerified(folder, manifest, name);
  }

  /** Ids of a generation's complete layouts, newest first. */
  async list(generation: string): Promise<string[]> {
    return (await entriesOf(this.folderFor(generation))).filter(isLayoutId).sort().reverse();
  }

  /**
   * Writes a layout. On any error, or when the signal aborts, nothing of it stays on disk.
   * @throws AppError `conflict` where the generation is gone, `disk_full`; the signal's reason
   */
  async write(contents: LayoutContents, signal?: AbortSignal): Promise<LayoutManifest> {
    const { generation, id } = contents.about;
    const folder = this.folderOf({ generation, id });
    await this.makeFolder(generation);
    const partial = folder + partialSuffix;
    try {
      await fs.mkdir(partial);
      const manifest = await writeLayout(partial, contents);
      signal?.throwIfAborted();
      await fs.rename(partial, folder);
      await flushFolder(this.folderFor(generation));
      return manifest;
    } catch (error) {
      await fs.rm(partial, { recursive: true, force: true }).catch(() => undefined);
      throw await this.asGone(generation, error);
    }
  }

  /** Removes a layout; one that is not there is no error. */
  async remove(key: LayoutKey): Promise<void> {
    const folder = this.folderOf(key);
    // Renamed first, so that a removal cut short leaves no half layout.
    const moved = await fs.rename(folder, folder + partialSuffix).then(() => true, isMissing);
    if (moved) await fs.rm(folder + partialSuffix, { recursive: true, force: true });
  }

  /** The folder in which a job keeps what it has computed so far, made where it is missing. @throws AppError `conflict` where the generation is gone */
  async openWorkFolder(generation: string, name: string): Promise<string> {
    await this.makeFolder(generation);
    const folder = path.join(this.folderFor(generation), name + partialSuffix);
    await fs.mkdir(folder, { recursive: true });
    return folder;
  }

  /** Removes from a generation what writing, removing and computing left behind, but for one work folder. Call it only while no other job writes layouts. @returns how many */
  async removePartials(generation: string, except?: string): Promise<number> {
    const folder = this.folderFor(generation);
    const left = (await entriesOf(folder)).filter((name) => name.endsWith(partialSuffix) && name !== `${except}${partialSuffix}`);
    for (const name of left) await fs.rm(path.join(folder, name), { recursive: true, force: true });
    return left.length;
  }

  /** What failed, or that the generation's folder is not there any more. */
  async asGone(generation: string, error: unknown): Promise<unknown> {
    const there = await fs.access(this.generations.folderOf(generation)).then(() => true, isMissing);
    return there ? error : generationGone(generation);
  }

  /** Not along with its parents: that would bring back the folder of a generation that was removed. */
  private async makeFolder(generation: string): Promise<void> {
    await fs.mkdir(this.folderFor(generation)).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw await this.asGone(generation, error);
    });
  }
}

function isMissing(error: NodeJS.ErrnoException): false {
  if (error.code === "ENOENT") return false;
  throw error;
}

async function entriesOf(folder: string): Promise<string[]> {
  return fs.readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
}
