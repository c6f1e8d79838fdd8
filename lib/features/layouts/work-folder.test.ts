import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { NeighbourGraph } from "@/lib/projection/neighbours/neighbour-graph";
import type { TsneCheckpoint } from "@/lib/projection/tsne/checkpoint";
import { WorkFolder } from "./work-folder";

let dir: string;
let folder: WorkFolder;
beforeEach(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), "work-folder-"));
  folder = new WorkFolder(dir);
});
afterEach(() => rm(dir, { recursive: true }));

const graph: NeighbourGraph = { count: 3, k: 2, neighbours: Int32Array.of(1, 2, 0, 2, 0, 1), distances: Float32Array.of(0.1, 0.2, 0.1, 0.3, 0.2, 0.3) };
const pairs = (from: number) => Float64Array.from({ length: 6 }, (_, i) => from + i);
const checkpoint: TsneCheckpoint = { iteration: 200, fingerprint: "0123456789abcdef", order: Int32Array.of(2, 0, 1), positions: pairs(0), velocities: pairs(10), gains: pairs(20) };

async function flipBit(file: string): Promise<void> {
  const bytes = await readFile(file);
  bytes[bytes.length - 2]! ^= 4;
  await writeFile(file, bytes);
}

const damages = { cut: async (file: string) => truncate(file, (await readFile(file)).length - 3), flipped: flipBit, emptied: (file: string) => truncate(file, 0) };

describe("what a layout job has computed so far", () => {
  it("is read as it was written, the last checkpoint of all", async () => {
    await folder.saveGraph(graph);
    await folder.saveCheckpoint({ ...checkpoint, iteration: 100 });
    await folder.saveCheckpoint(checkpoint);
    expect(await folder.loadGraph(3, 2)).toEqual(graph);
    expect(await folder.loadCheckpoint()).toEqual(checkpoint);
  });

  it("is none where nothing was written, and of neighbours where others are asked for", async () => {
    expect(await folder.loadGraph(3, 2)).toBeNull();
    expect(await folder.loadCheckpoint()).toBeNull();
    await folder.saveGraph(graph);
    expect(await folder.loadGraph(3, 1)).toBeNull();
  });

  it.each(["neighbours.json", "neighbours.i32", "distances.f32", "checkpoint.bin"])("counts for nothing where %s is damaged", async (name) => {
    for (const damage of Object.values(damages)) {
      await folder.saveGraph(graph);
      await folder.saveCheckpoint(checkpoint);
      await damage(path.join(dir, name));
      expect(await (name === "checkpoint.bin" ? folder.loadCheckpoint() : folder.loadGraph(3, 2))).toBeNull();
    }
    expect((await readdir(dir)).some((file) => file.endsWith(".next"))).toBe(false);
  });
});
