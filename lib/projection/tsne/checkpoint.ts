import { AppError } from "@/lib/core/errors";

/** The state of a layout between two iterations: enough to go on as if it had never stopped. */
export interface TsneCheckpoint {
  /** Iterations done. */
  iteration: number;
  /** What it is computed from; see fingerprint. */
  fingerprint: string;
  /** The point at each place in memory. */
  order: Int32Array;
  /** By place, x and y in turn. */
  positions: Float64Array;
  velocities: Float64Array;
  gains: Float64Array;
}

const MAGIC = 0x4b4d5431; // "KMT1"
const HEADER = 32;

/** 52 bytes a point and 32: magic, iteration and count (uint32), the fingerprint (16 ASCII characters), then doubles, then the order (int32); little-endian as all machines Node runs on. */
export function encodeCheckpoint({ iteration, fingerprint, order, positions, velocities, gains }: TsneCheckpoint): Uint8Array<ArrayBuffer> {
  const count = order.length;
  const bytes = new Uint8Array(HEADER + 52 * count);
  new Uint32Array(bytes.buffer, 0, 3).set([MAGIC, iteration, count]);
  bytes.set(new TextEncoder().encode(fingerprint), 12);
  const doubles = new Float64Array(bytes.buffer, HEADER, 6 * count);
  [positions, velocities, gains].forEach((array, i) => doubles.set(array, 2 * count * i));
  new Int32Array(bytes.buffer, HEADER + 48 * count, count).set(order);
  return bytes;
}

/** @throws AppError `bad_input` where the bytes are no checkpoint, or not a whole one */
export function decodeCheckpoint(encoded: Uint8Array): TsneCheckpoint {
  const bytes = Uint8Array.from(encoded);
  const [magic, iteration = 0, count = 0] = bytes.length >= HEADER ? new Uint32Array(bytes.buffer, 0, 3) : [];
  if (magic !== MAGIC || bytes.length !== HEADER + 52 * count) throw new AppError("bad_input", "The checkpoint of the layout is damaged or torn. Remove it, and the layout starts anew.");
  const doubles = (i: number) => new Float64Array(bytes.buffer, HEADER + 16 * count * i, 2 * count);
  return { iteration, fingerprint: new TextDecoder().decode(bytes.subarray(12, 28)), order: new Int32Array(bytes.buffer, HEADER + 48 * count, count), positions: doubles(0), velocities: doubles(1), gains: doubles(2) };
}
