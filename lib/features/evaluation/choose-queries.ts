import { row } from "@/lib/core/vector";

/** Every n-th row of a matrix, `count` of them at most. */
export function everyNthRow(vectors: Float32Array, dimensions: number, count: number): Float32Array {
  const total = vectors.length / dimensions;
  const chosen = Math.min(count, total);
  const queries = new Float32Array(chosen * dimensions);
  for (let i = 0; i < chosen; i++) queries.set(row(vectors, Math.floor((i * total) / chosen), dimensions), i * dimensions);
  return queries;
}
