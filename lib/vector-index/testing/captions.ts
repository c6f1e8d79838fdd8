import type { BuildRequest } from "../build-generation";
import type { RowChunk } from "../write-rows";

export const dimensions = 24;

/** Caption 10 + 3·row of image 1 + row/5, in Japanese and English by turns, from two collections. */
export async function* captionChunks(vectors: Float32Array, size = 100): AsyncGenerator<RowChunk> {
  const count = vectors.length / dimensions;
  for (let first = 0; first < count; first += size) {
    const rows = Array.from({ length: Math.min(size, count - first) }, (_, i) => first + i);
    await Promise.resolve();
    yield {
      captionIds: Uint32Array.from(rows, (row) => 10 + 3 * row),
      imageIds: Uint32Array.from(rows, (row) => 1 + Math.floor(row / 5)),
      languages: rows.map((row) => (row % 2 ? "en" : "ja")),
      collections: rows.map((row) => (row < 50 ? "coco" : "flickr30k")),
      vectors: vectors.subarray(first * dimensions, (first + rows.length) * dimensions),
    };
  }
}

export function buildRequest(vectors: Float32Array, more: Partial<BuildRequest> = {}): BuildRequest {
  return { model: { name: "test", sha256: "ab".repeat(32), dimensions }, device: "cpu", hnsw: { m: 8, efConstruction: 60, ef: 40 }, rows: captionChunks(vectors), ...more };
}
