/** Rows by falling similarity; `scores[i]` is the cosine of `rows[i]` with the query. */
export interface Neighbours {
  rows: Uint32Array;
  scores: Float32Array;
}

/** A cosine index over rows 0 … count-1 of normalised vectors. */
export interface VectorIndex {
  readonly dimensions: number;
  readonly count: number;
  /**
   * The `k` nearest rows (fewer where fewer pass the filter).
   * @param ef size of the candidate list, at least k
   * @param filter called for candidate rows; those it refuses are passed over during the search, not cut afterwards
   */
  search(query: Float32Array, k: number, ef: number, filter?: (row: number) => boolean): Neighbours;
}

export interface HnswParameters {
  /** Links of a node on the upper layers (twice as many on the bottom one). */
  m: number;
  /** Candidate list while building. */
  efConstruction: number;
  /** Default candidate list while searching. */
  ef: number;
}
