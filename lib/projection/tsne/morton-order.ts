import { boundsOf } from "../bounds";

const BITS = 10;
const CELLS = 1 << BITS;

/** Puts a zero before every bit of a number below 2^16. */
function spreadBits(value: number): number {
  let bits = value;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}

/**
 * Points along a Z-shaped curve through a grid of 1 024 × 1 024 cells over the layout: neighbours on the layout become neighbours in memory. Those of
 * one cell keep their order. Source: G. Morton, A computer oriented geodetic data base (IBM 1966).
 * @param positions x and y in turn   @returns the point at each place
 */
export function mortonOrder(positions: Float64Array): Int32Array {
  const count = positions.length / 2;
  const { left, low, scale } = frame(positions);
  const codes = new Int32Array(count);
  const starts = new Int32Array(CELLS * CELLS + 1);
  for (let i = 0; i < count; i++) {
    const x = Math.floor((positions[2 * i]! - left) * scale);
    const y = Math.floor((positions[2 * i + 1]! - low) * scale);
    const code = spreadBits(x) | (spreadBits(y) << 1);
    codes[i] = code;
    starts[code + 1]!++;
  }
  for (let code = 0; code < CELLS * CELLS; code++) starts[code + 1]! += starts[code]!;
  const order = new Int32Array(count);
  for (let i = 0; i < count; i++) order[starts[codes[i]!]!++] = i;
  return order;
}

function frame(positions: Float64Array): { left: number; low: number; scale: number } {
  const { left, right, low, high } = boundsOf(positions);
  const span = Math.max(right - left, high - low);
  return { left, low, scale: span > 0 ? (CELLS - 1) / span : 0 };
}
