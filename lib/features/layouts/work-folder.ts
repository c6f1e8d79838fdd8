import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { toAppError } from "@/lib/core/errors";
import { createNeighbourGraph, type NeighbourGraph } from "@/lib/projection/neighbours/neighbour-graph";
import { decodeCheckpoint, encodeCheckpoint, type TsneCheckpoint } from "@/lib/projection/tsne/checkpoint";
import { findFileFault, HashedFile } from "@/lib/vector-index/hashed-file";

const digest = z.object({ bytes: z.number(), sha256: z.string() });
const graphSchema = z.object({ count: z.number(), k: z.number(), neighbours: digest, distances: digest });

/** A name for the work folder of what is described: the same again for a job that goes on after a kill. */
export function workFolderName(what: unknown): string {
  return createHash("sha256").update(JSON.stringify(what)).digest("hex").slice(0, 16);
}

/**
 * What a job has computed of a layout so far, for the next attempt to go on from: neighbours and the last checkpoint. A file that is not as it was
 * written counts for nothing, and is computed anew.
 */
export class WorkFolder {
  constructor(private readonly folder: string) {}

  /** For a file of the caller's own, which goes with the folder. */
  fileOf(name: string): string {
    return path.join(this.folder, name);
  }

  async saveGraph({ count, k, neighbours, distances }: NeighbourGraph): Promise<void> {
    const digests = { neighbours: await this.write("neighbours.i32", neighbours), distances: await this.write("distances.f32", distances) };
    await this.write("neighbours.json", Buffer.from(JSON.stringify({ count, k, ...digests })));
  }

  /** Null where none of just this size is there. */
  async loadGraph(count: number, k: number): Promise<NeighbourGraph | null> {
    const about = await this.readAbout();
    if (about?.count !== count || about.k !== k) return null;
    const graph = createNeighbourGraph(count, k);
    for (const [name, array, expected] of [["neighbours.i32", graph.neighbours, about.neighbours], ["distances.f32", graph.distances, about.distances]] as const) {
      if (expected.bytes !== array.byteLength || (await findFileFault(this.fileOf(name), expected, new Uint8Array(array.buffer)))) return null;
    }
    return graph;
  }

  async saveCheckpoint(checkpoint: TsneCheckpoint): Promise<void> {
    await this.write("checkpoint.bin", encodeCheckpoint(checkpoint));
  }

  async loadCheckpoint(): Promise<TsneCheckpoint | null> {
    try {
      return decodeCheckpoint(await fs.readFile(this.fileOf("checkpoint.bin")));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT" || toAppError(error).code === "bad_input") return null;
      throw error;
    }
  }

  async remove(): Promise<void> {
    await fs.rm(this.folder, { recursive: true, force: true });
  }

  private async readAbout(): Promise<z.infer<typeof graphSchema> | null> {
    const text = await fs.readFile(this.fileOf("neighbours.json"), "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return "null";
      throw error;
    });
    return graphSchema.nullable().catch(null).parse(JSON.parse(text));
  }

  /** Whole or not at all: under another name first. */
  private async write(name: string, bytes: ArrayBufferView): Promise<{ bytes: number; sha256: string }> {
    const next = this.fileOf(`${name}.next`);
    await fs.rm(next, { force: true });
    const file = await HashedFile.create(next);
    try {
      await file.write(bytes);
      const written = await file.finish();
      await fs.rename(next, this.fileOf(name));
      return written;
    } finally {
      await file.abandon();
    }
  }
}
