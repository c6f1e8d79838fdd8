import fs from "node:fs/promises";
import type { HnswIndex } from "./hnsw-index";

/** Milliseconds of indexing after which timers, signals and other requests get their turn. */
const turnMs = 50;
const blockBytes = 4 << 20;

interface IndexRowsOptions {
  signal?: AbortSignal;
  /** Called with how many of the rows were put into the index. */
  onProgress: (done: number) => void;
}

/**
 * Puts rows `changed` (ascending) and then all rows from `from` to `to` of a vectors.f32 file into the index.
 * Vectors are read 4 MiB at a time.
 */
export async function indexRows(index: HnswIndex, vectorsFile: string, changed: readonly number[], from: number, to: number, { signal, onProgress }: IndexRowsOptions): Promise<void> {
  const handle = await fs.open(vectorsFile, "r");
  let done = 0;
  let turnStart = performance.now();
  try {
    for await (const [row, vector] of readRows(handle, index.dimensions, ranges(changed, from, to))) {
      index.put(row, vector);
      done++;
      if (performance.now() - turnStart > turnMs) {
        onProgress(done);
        await new Promise(setImmediate);
        signal?.throwIfAborted();
        turnStart = performance.now();
      }
    }
    signal?.throwIfAborted();
    onProgress(done);
  } finally {
    await handle.close();
  }
}

/** First row and length of each run to read. */
function* ranges(changed: readonly number[], from: number, to: number): Generator<[number, number]> {
  for (const row of changed) yield [row, 1];
  yield [from, to - from];
}

async function* readRows(handle: fs.FileHandle, dimensions: number, runs: Iterable<[number, number]>): AsyncGenerator<[number, Float32Array]> {
  const rowsAtOnce = Math.max(1, Math.floor(blockBytes / (dimensions * 4)));
  const block = new Float32Array(rowsAtOnce * dimensions);
  const bytes = new Uint8Array(block.buffer);
  for (const [start, length] of runs) {
    for (let first = start; first < start + length; first += rowsAtOnce) {
      const count = Math.min(rowsAtOnce, start + length - first);
      await handle.read(bytes, 0, count * dimensions * 4, first * dimensions * 4);
      for (let i = 0; i < count; i++) yield [first + i, block.subarray(i * dimensions, (i + 1) * dimensions)];
    }
  }
}
