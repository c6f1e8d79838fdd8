import type { IndexFile } from "./load-generation";

/** What is asked of an index for many rows at once. All arrays are in shared memory. */
export interface NearestTask extends IndexFile {
  /** Those in the index, n × dimensions, row-major, every row of length 1. */
  vectors: Float32Array;
  /** Rows whose neighbours are wanted; null: all, in their order. */
  rows: Int32Array | null;
  /** 1 for each row that may be a neighbour; null: all. A row is never its own. */
  among: Uint8Array | null;
  /** Neighbours of each. */
  k: number;
  /** Candidates of a search. */
  ef: number;
  /** rows × k, filled nearest first: row of the neighbour, and 1 less its cosine. What is not found stays as it is. */
  neighbours: Int32Array;
  distances: Float32Array;
  /** Rows taken up, and rows done. */
  progress: Int32Array;
}

export const asked = ({ rows, shape }: NearestTask): number => rows?.length ?? shape.count;
