import type { EncoderSetup } from "../encoder-setup";

/** A device that computes nothing and takes its time: for measuring what is around a device. */
export interface PacedSetup extends EncoderSetup {
  rowsPerSecond: number;
  /** Filled by the device: milliseconds without a batch between its first and its last one, and those from the first batch on. Shared memory. */
  idleAndTotal: Float64Array<SharedArrayBuffer>;
}
