import type { Device } from "@/lib/core/devices";
import type { VectorOutput } from "./stored-model";

/** What an encoder is opened with: plain data, so that threads and processes can open one each. */
export interface EncoderSetup {
  /** Path of the ONNX graph. */
  graph: string;
  device: Device;
  /** Threads that one batch is computed on, on the CPU. */
  threads: number;
  output: VectorOutput;
  /** Length of the vectors. */
  dimensions: number;
}

/** One batch, computed. */
export interface BatchAnswer {
  /** rows × dimensions values, row-major, every row of length 1. */
  vectors: Float32Array<ArrayBuffer>;
  /** What computing it took. */
  milliseconds: number;
}
