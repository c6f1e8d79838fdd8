import { row } from "@/lib/core/vector";
import { HnswIndex } from "./hnsw-index";
import type { IndexFile } from "./load-generation";

/** Milliseconds of indexing after which timers, signals and other requests get their turn. */
const TURN_MS = 50;

/**
 * Builds an index of vectors that are in memory, and writes it to a file: for work that no generation has an index for.
 * @param vectors n × dimensions, row-major, every row of length 1
 * @throws AppError `bad_input` for NaN, `disk_full`; the signal's reason
 */
export async function indexVectors(file: string, vectors: Float32Array, dimensions: number, hnsw: { m: number; efConstruction: number }, { signal, onProgress }: { signal: AbortSignal; onProgress: (done: number) => void }): Promise<IndexFile> {
  const count = vectors.length / dimensions;
  const index = HnswIndex.create(dimensions, count, hnsw);
  let turnStart = performance.now();
  for (let i = 0; i < count; i++) {
    index.put(i, row(vectors, i, dimensions));
    if (performance.now() - turnStart < TURN_MS) continue;
    onProgress(i);
    await new Promise(setImmediate);
    signal.throwIfAborted();
    turnStart = performance.now();
  }
  await index.save(file, hnsw);
  await index.release();
  return { file, shape: { dimensions, count, ...hnsw } };
}
