import { dot, normaliseRows, row } from "@/lib/core/vector";
import type { InspectedText } from "@/lib/embedding/inspect/inspection";
import { poolTokens } from "@/lib/embedding/pool-tokens";
import type { Pooling } from "@/lib/embedding/stored-model";

/** Cosine from which a pooled vector counts as that of the model: graphs that pool inside may round. */
const SAME = 0.99;

/** How a text's vector comes about from those of its pieces, seen by trying; null where it is neither way, or the model does not tell. */
export function recognisePooling({ tokens, pieces, vector }: InspectedText): Pooling | null {
  if (!tokens) return null;
  const gives = (pooling: Pooling) => dot(normaliseRows(poolTokens(tokens, [pieces.length], pieces.length, vector.length, pooling), vector.length), vector) >= SAME;
  return gives("mean") ? "mean" : gives("cls") ? "cls" : null;
}

/**
 * How much each piece adds to the text's vector, along its direction; the sum is 1. A piece that points elsewhere adds less than its equal part, one that points away less than nothing.
 * Null where the vector is not the mean of the pieces.
 */
export function poolingShares(text: InspectedText): number[] | null {
  const { tokens, pieces, vector } = text;
  if (!tokens || recognisePooling(text) !== "mean") return null;
  const along = pieces.map((_, i) => dot(row(tokens, i, vector.length), vector));
  const sum = along.reduce((all, value) => all + value, 0);
  return along.map((value) => value / sum);
}
