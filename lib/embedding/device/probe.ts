import type { Device } from "@/lib/core/devices";
import type { BatchScheme } from "../batch-scheme";
import type { StoredModel } from "../stored-model";

/** What a probing process is asked. */
export interface ProbeRequest {
  model: StoredModel;
  device: Device;
  /** Paths of the graphs to try, the first that computes counts. */
  graphs: string[];
  /** Sessions side by side; found by measuring where undefined. */
  workers?: number;
}

/** What a device did. */
export interface ProbeResult {
  /** Path of the graph that computed. */
  graph: string;
  /** Vectors of probeTexts, row-major. */
  vectors: Float32Array;
  captionsPerSecond: number;
  /** How batches were made in the end: a good start for much text. */
  scheme: BatchScheme;
}

/** Why a device did nothing, a fault of each graph. */
export interface ProbeFailure {
  faults: string[];
}

export type ProbeAnswer = ProbeResult | ProbeFailure;
