/** Batches that are packed beforehand: for measuring `session.run` without anything around it. */
export interface BareSetup {
  graph: string;
  output: string;
  batches: { feeds: Record<string, BigInt64Array>; shape: [rows: number, width: number] }[];
  /** Batches taken so far, by all threads. Shared memory. */
  taken: Int32Array<SharedArrayBuffer>;
}
