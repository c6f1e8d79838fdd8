import { cutRows, dot } from "@/lib/core/vector";

/** A vector cut to its first values and brought to length 1 again. */
export interface VectorCut {
  dimensions: number;
  /** Share of the squared length that the values kept have. */
  kept: number;
  /** Cosine with the other sentence's vector, cut likewise; null without one. */
  similarity: number | null;
}

/** @param choices lengths that the model is trained to be cut to, the full one first */
export function vectorCuts(vector: Float32Array, other: Float32Array | null, choices: readonly number[]): VectorCut[] {
  return choices.map((dimensions) => {
    const part = vector.subarray(0, dimensions);
    const cut = (whole: Float32Array) => cutRows(whole, whole.length, dimensions);
    return { dimensions, kept: dot(part, part), similarity: other ? dot(cut(vector), cut(other)) : null };
  });
}
