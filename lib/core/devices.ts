/** What an encoder can compute on, as onnxruntime-node names it; the likely fastest first, so that it is tried first. */
export const DEVICES = ["cuda", "dml", "webgpu", "coreml", "cpu"] as const;

export type Device = (typeof DEVICES)[number];

/** "auto": the first of DEVICES that is there, gives the CPU's vectors and is faster than the CPU. */
export const DEVICE_WISHES = ["auto", ...DEVICES] as const;

export type DeviceWish = (typeof DEVICE_WISHES)[number];

/** What became of one device. */
export interface DeviceReport {
  device: Device;
  outcome: "taken" | "usable" | "passed over";
  /** Why it was passed over, with the mend where there is one; null otherwise. */
  reason: string | null;
  /** File name of the graph that it computed, null where it did not come to that. */
  graph: string | null;
  /** Lowest cosine of a probe's vectors with the CPU's; null where it was not compared. */
  agreement: number | null;
  /** Captions a second on the standard sample; null where it was not measured. */
  captionsPerSecond: number | null;
}

/** The device taken, and what became of all. */
export interface DeviceChoice {
  wish: DeviceWish;
  device: Device;
  /** In the order in which they were tried. */
  reports: DeviceReport[];
}
