import { open, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/lib/core/errors";
import { createNeighbourGraph, type NeighbourGraph } from "@/lib/projection/neighbours/neighbour-graph";

/** What is laid out, as files that other programs read too: raw arrays, little-endian. */
const FILES = { shape: "shape.json", neighbours: "neighbours.i32", distances: "distances.f32", initial: "initial.f64" } as const;

interface Shape {
  count: number;
  k: number;
}

const bytesOf = (array: Int32Array | Float32Array | Float64Array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

/** @param initial n × 2 */
export async function writeLayoutFiles(folder: string, { count, k, neighbours, distances }: NeighbourGraph, initial: Float64Array): Promise<void> {
  await writeFile(path.join(folder, FILES.shape), JSON.stringify({ count, k } satisfies Shape));
  await writeFile(path.join(folder, FILES.neighbours), bytesOf(neighbours));
  await writeFile(path.join(folder, FILES.distances), bytesOf(distances));
  await writeFile(path.join(folder, FILES.initial), bytesOf(initial));
}

export async function readLayoutFiles(folder: string): Promise<{ graph: NeighbourGraph; initial: Float64Array }> {
  const { count, k } = JSON.parse(await readFile(path.join(folder, FILES.shape), "utf8")) as Shape;
  const graph = createNeighbourGraph(count, k);
  const initial = new Float64Array(2 * count);
  await readInto(path.join(folder, FILES.neighbours), graph.neighbours);
  await readInto(path.join(folder, FILES.distances), graph.distances);
  await readInto(path.join(folder, FILES.initial), initial);
  return { graph, initial };
}

/** Without a second copy in memory. */
async function readInto(file: string, array: Int32Array | Float32Array | Float64Array): Promise<void> {
  const handle = await open(file);
  try {
    const bytes = bytesOf(array);
    for (let done = 0; done < bytes.length; ) {
      const { bytesRead } = await handle.read(bytes, done, Math.min(bytes.length - done, 2 ** 24), done);
      if (bytesRead === 0) throw new AppError("bad_input", `${file} is too short. Remove its folder and try again.`);
      done += bytesRead;
    }
  } finally {
    await handle.close();
  }
}

/** The coordinates that a program wrote, n × 2. */
export async function readPositions(file: string): Promise<Float64Array> {
  const { buffer, byteOffset, byteLength } = await readFile(file);
  return new Float64Array(buffer.slice(byteOffset, byteOffset + byteLength));
}

export const writePositions = (file: string, positions: Float64Array): Promise<void> => writeFile(file, bytesOf(positions));
