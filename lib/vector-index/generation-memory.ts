import type { Manifest } from "./generation";

/** hnswlib besides vectors and bottom layer: label table, locks, upper layers. With it, 165 423 rows of 384 dimensions at M 16 come to 556 MB; 567 MB were measured. */
const GRAPH_BYTES_PER_ROW = 128;
/** Labels and the rows by image. */
const OWN_BYTES_PER_ROW = 20;

/** Bytes that a loaded generation takes: its vectors twice (for exact scores, and within the graph), the graph's links and labels. */
export function generationMemory({ count, model, hnsw }: Pick<Manifest, "count" | "model" | "hnsw">): number {
  const links = 12 + 8 * hnsw.m;
  return count * (2 * 4 * model.dimensions + links + GRAPH_BYTES_PER_ROW + OWN_BYTES_PER_ROW);
}
