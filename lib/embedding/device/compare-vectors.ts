import { dot, row } from "@/lib/core/vector";

/** The lowest cosine between the rows of two matrices of normalised vectors; -1 where they do not fit each other. */
export function compareVectors(a: Float32Array, b: Float32Array, dimensions: number): number {
  if (a.length !== b.length || a.length === 0) return -1;
  let least = 1;
  for (let i = 0; i < a.length / dimensions; i++) {
    const cosine = dot(row(a, i, dimensions), row(b, i, dimensions));
    // Values that are no numbers must not pass for alike.
    least = Number.isNaN(cosine) ? -1 : Math.min(least, cosine);
  }
  return least;
}
