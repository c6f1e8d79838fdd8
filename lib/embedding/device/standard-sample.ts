import sample from "./standard-sample.json";

/** Captions for measuring a device, as many Japanese as English ones, short and long. */
export const standardSample: readonly string[] = sample;

/** The first few, on which a device's vectors are compared with the CPU's. */
export const probeTexts: readonly string[] = sample.slice(0, 8);
