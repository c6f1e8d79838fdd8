import fs from "node:fs/promises";
import path from "node:path";
import { flushFolder } from "@/lib/core/flush-file";
import { type BuildRequest, type BuildResult, writeGeneration } from "./build-generation";
import type { Manifest } from "./generation";
import { checkFileSizes } from "./check-file-sizes";
import { copyGeneration } from "./copy-generation";
import { assertGenerationId, isGenerationId, newGenerationId } from "./generation-id";
import { type IndexFile, type LoadedGeneration, type LoadedRows, loadGeneration, loadLabels, loadRows, verifyGeneration, verifyIndexFile } from "./load-generation";
import { type LabelColumns, readCaptionId } from "./label-columns";
import { readManifest } from "./read-manifest";
import type { HnswParameters } from "./vector-index";

/** A folder with this ending is being written or removed, and is no generation. */
const partialSuffix = ".partial";

/**
 * The index generations on disk, <dataDir>/generations/<id>/. A folder of that name is complete and never changes;
 * it appears by one rename. One process at a time may build or remove; any number may load.
 */
export class GenerationStore {
  private readonly folder: string;

  constructor(dataDir: string) {
    this.folder = path.join(dataDir, "generations");
  }

  /** @throws AppError `not_found` where `id` is not a generation id */
  folderOf(id: string): string {
    assertGenerationId(id);
    return path.join(this.folder, id);
  }

  /**
   * Writes a generation beside the others. On any error, or when the signal aborts, nothing of it stays on disk.
   * @throws what the stream threw; AppError `bad_input` for rows that do not fit, `disk_full`; the signal's reason
   */
  async build(request: BuildRequest): Promise<BuildResult> {
    return this.publish(request.signal, (id, partial) => writeGeneration(id, partial, request, (base) => this.folderOf(base)));
  }

  /**
   * Writes a generation with the rows and graph of another one, for other settings that neither depends on.
   * @throws AppError `not_found`; `index_damaged`; `disk_full`
   */
  async copy(from: string, hnsw: Pick<HnswParameters, "ef">, signal?: AbortSignal): Promise<Manifest> {
    return this.publish(signal, (id, partial) => copyGeneration(id, partial, { from, folder: this.folderOf(from) }, hnsw));
  }

  /** @throws AppError `not_found`; `index_damaged` naming generation, file and fault */
  async load(id: string): Promise<LoadedGeneration> {
    return loadGeneration(this.folderOf(id), id);
  }

  /** Labels and vectors without the graph, in memory that threads share. @throws as load */
  async loadRows(id: string): Promise<LoadedRows> {
    return loadRows(this.folderOf(id), id);
  }

  /** The file of the graph, once it is verified. @throws as load */
  async verifyIndexFile(id: string): Promise<IndexFile> {
    const folder = this.folderOf(id);
    return verifyIndexFile(folder, await readManifest(folder, id));
  }

  /** Whose captions a generation's rows are, without the rest. @throws as load */
  async loadLabels(id: string): Promise<LabelColumns> {
    const folder = this.folderOf(id);
    return loadLabels(folder, await readManifest(folder, id));
  }

  /** The highest caption id of a generation, null of an empty one, without reading the rest. @throws AppError `not_found`, `index_damaged` */
  async lastCaptionId(id: string): Promise<number | null> {
    const folder = this.folderOf(id);
    const { count } = await readManifest(folder, id);
    return count === 0 ? null : readCaptionId(path.join(folder, "labels.bin"), count - 1);
  }

  /** Checks sizes and SHA-256 of a generation's files. @throws AppError `not_found`; `index_damaged` naming generation, file and fault */
  async verify(id: string): Promise<void> {
    await verifyGeneration(this.folderOf(id), id);
  }

  /** Checks that a generation's files are there and of their size, without reading them. @throws as verify */
  async checkSizes(id: string): Promise<void> {
    await checkFileSizes(this.folderOf(id), id);
  }

  /** @throws AppError `not_found`; `index_damaged` where the manifest is missing or unusable */
  async readManifest(id: string): Promise<Manifest> {
    return readManifest(this.folderOf(id), id);
  }

  /** Ids of the complete generations, newest first. */
  async list(): Promise<string[]> {
    return (await this.entries()).filter(isGenerationId).sort().reverse();
  }

  /** Removes a generation; one that is not there is no error. */
  async remove(id: string): Promise<void> {
    const folder = this.folderOf(id);
    // Renamed first, so that a removal cut short leaves no half generation.
    const moved = await fs.rename(folder, folder + partialSuffix).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return false;
        throw error;
      },
    );
    if (moved) await fs.rm(folder + partialSuffix, { recursive: true, force: true });
  }

  /** Removes what builds and removals left behind that were killed; call it only while no build runs. @returns how many */
  async removePartials(): Promise<number> {
    const left = (await this.entries()).filter((name) => name.endsWith(partialSuffix) && isGenerationId(name.slice(0, -partialSuffix.length)));
    for (const name of left) await fs.rm(path.join(this.folder, name), { recursive: true, force: true });
    return left.length;
  }

  /** A new generation appears by one rename, whole, or not at all. */
  private async publish<T>(signal: AbortSignal | undefined, write: (id: string, partial: string) => Promise<T>): Promise<T> {
    await fs.mkdir(this.folder, { recursive: true });
    const id = newGenerationId(new Date(), (await this.list())[0] ?? null);
    const partial = this.folderOf(id) + partialSuffix;
    await fs.mkdir(partial);
    try {
      const result = await write(id, partial);
      signal?.throwIfAborted();
      await fs.rename(partial, this.folderOf(id));
      await flushFolder(this.folder);
      return result;
    } catch (error) {
      await fs.rm(partial, { recursive: true, force: true }).catch(() => undefined);
      throw error;
    }
  }

  private async entries(): Promise<string[]> {
    return fs.readdir(this.folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    });
  }
}
