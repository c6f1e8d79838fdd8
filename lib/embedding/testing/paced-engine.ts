import { EncoderEngine } from "../encoder-engine";
import type { PacedSetup } from "./paced-setup";

/** Tokens of a batch on a GPU: some hundred captions. */
const BATCH_TOKENS = 4096;

/** What a device did from the start of its first batch to the end of its last one. */
export interface DeviceUse {
  /** Without a batch. */
  idleMs: number;
  totalMs: number;
}

/** An engine as that of a GPU, whose device sleeps in place of computing. */
export function openPacedEngine(rowsPerSecond: number, dimensions: number): { engine: EncoderEngine; use: () => DeviceUse } {
  const idleAndTotal = new Float64Array(new SharedArrayBuffer(16));
  const setup: PacedSetup = { graph: "", device: "cuda", threads: 1, output: { name: "", pooling: null }, dimensions, rowsPerSecond, idleAndTotal };
  const engine = new EncoderEngine(setup, [{ workers: 1, batchTokens: BATCH_TOKENS }], "testing/paced-worker.ts");
  return { engine, use: () => ({ idleMs: idleAndTotal[0] ?? 0, totalMs: idleAndTotal[1] ?? 0 }) };
}
