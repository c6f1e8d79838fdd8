/** Token ids of one text each. */
export type TokenRows = readonly ArrayLike<number>[];

/** Rows end to end in two arrays, to be handed over to another thread without a copy. */
export interface PackedRows {
  /** All ids, row after row. */
  ids: Int32Array<ArrayBuffer>;
  /** Ids of each row. */
  lengths: Int32Array<ArrayBuffer>;
}

/** Rows with the id that fills the shorter ones of a batch. */
export interface PaddedRows extends PackedRows {
  padId: number;
}

export function packRows(rows: TokenRows): PackedRows {
  const lengths = Int32Array.from(rows, ({ length }) => length);
  const ids = new Int32Array(lengths.reduce((sum, length) => sum + length, 0));
  let start = 0;
  for (const row of rows) {
    ids.set(row, start);
    start += row.length;
  }
  return { ids, lengths };
}

/** The inverse of packRows, as views. */
export function unpackRows({ ids, lengths }: PackedRows): Int32Array[] {
  let end = 0;
  return Array.from(lengths, (length) => ids.subarray(end, (end += length)));
}
