import type { Pooling } from "./stored-model";

/**
 * The vectors of texts from those of their tokens.
 * @param tokens rows × width × dimensions, row-major; what follows a row's own tokens is padding
 * @param lengths tokens of each row
 * @returns rows × dimensions
 */
export function poolTokens(tokens: Float32Array, lengths: readonly number[], width: number, dimensions: number, pooling: Pooling): Float32Array<ArrayBuffer> {
  const pooled = new Float32Array(lengths.length * dimensions);
  lengths.forEach((length, r) => {
    const counted = pooling === "cls" ? 1 : length;
    const into = pooled.subarray(r * dimensions, (r + 1) * dimensions);
    for (let t = 0; t < counted; t++) {
      const start = (r * width + t) * dimensions;
      for (let i = 0; i < dimensions; i++) into[i] = (into[i] as number) + (tokens[start + i] as number) / counted;
    }
  });
  return pooled;
}
