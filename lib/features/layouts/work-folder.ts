import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { parseCheckedJson } from "@/lib/core/parse-checked-json";
import { createNeighbourGraph, type NeighbourGraph } from "@/lib/projection/neighbours/neighbour-graph";
import { decodeCheckpoint, encodeCheckpoint, type TsneCheckpoint } from "@/lib/projection/tsne/checkpoint";
import { findFileFault, HashedFile } from "@/lib/vector-index/hashed-file";

const digest = z.object({ bytes: z.number(), sha256: z.string() });
const graphSchema = z.object({ count: z.number(), k: z.number(), neighbours: digest, distances: digest });

const SHA256_BYTES = 32;

const sha256 = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();

async function unlessMissing<T>(reading: Promise<T>): Promise<T | null> {
  return reading.catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
}

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

  /** Behind its own SHA-256, in one file: a kill between two would leave a checkpoint that does not count. */
  async saveCheckpoint(checkpoint: TsneCheckpoint): Promise<void> {
    const encoded = encodeCheckpoint(checkpoint);
    await this.write("checkpoint.bin", Buffer.concat([sha256(encoded), encoded]));
  }

  async loadCheckpoint(): Promise<TsneCheckpoint | null> {
    const file = await unlessMissing(fs.readFile(this.fileOf("checkpoint.bin")));
    const encoded = file?.subarray(SHA256_BYTES);
    return file && encoded && sha256(encoded).equals(file.subarray(0, SHA256_BYTES)) ? decodeCheckpoint(encoded) : null;
  }

  async remove(): Promise<void> {
    await fs.rm(this.folder, { recursive: true, force: true });
  }

  private async readAbout(): Promise<z.infer<typeof graphSchema> | null> {
    const about = parseCheckedJson((await unlessMissing(fs.readFile(this.fileOf("neighbours.json"), "utf8"))) ?? "", graphSchema);
    return typeof about === "string" ? null : about;
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
