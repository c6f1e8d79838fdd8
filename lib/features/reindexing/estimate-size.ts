import type { HnswParameters } from "@/lib/vector-index/vector-index";

interface Shape {
  count: number;
  dimensions: number;
  hnsw: Pick<HnswParameters, "m">;
}

/** hnswlib's header. */
const HEADER = 96;
/** Caption, image, language, collection. */
const LABEL = 12;
/** Of manifest.json. */
const MANIFEST = 1024;

/**
 * Bytes of a generation on disk. A row of the graph has its vector, 2·M links of 4 bytes with their number, a label of 8 bytes, and the length of its upper
 * layers; one row in M − 1 has an upper layer, of M links with their number. (165 423 rows of 384 dimensions at M 16: 534 737 000; they are 534 732 657.)
 */
export function estimateGenerationBytes({ count, dimensions, hnsw: { m } }: Shape): number {
  const vector = 4 * dimensions;
  const upper = (4 * m + 4) / Math.max(1, m - 1);
  return Math.round(MANIFEST + HEADER + count * (vector + LABEL + vector + 12 + 8 * m + 4 + upper));
}

/** What SQLite takes for a vector besides its bytes: the key twice, the hash of the text, and what of a page stays empty. */
const ROW_OVERHEAD = 140;

/** Bytes by which the database grows with new vectors; they are written to its log first. */
export function estimateEmbeddingBytes(count: number, fullDimensions: number): number {
  return count * (4 * fullDimensions + ROW_OVERHEAD);
}
