import { AppError } from "@/lib/core/errors";
import { seededNormal } from "@/lib/core/random";

/** Standard deviation at the start: small, so that points pass each other freely. */
const SPREAD = 1e-4;
/** Share of it by which points are moved at random: alike points would otherwise never part. */
const JITTER = 0.01;

/**
 * The points' first places, in float64 x and y in turn: the given ones, centred and scaled, or random ones where there are none or all are alike.
 * @param initial x and y in turn, in any unit, such as the first two principal components
 * @throws AppError `bad_input` where they do not fit the points, or one is no number
 */
export function placeInitially(count: number, initial: Float64Array | null, seed: number): Float64Array {
  if (initial && initial.length !== 2 * count) throw new AppError("bad_input", `The start of the layout has ${initial.length / 2} points, not ${count}.`);
  const normal = seededNormal(seed);
  const deviation = initial ? largestDeviation(initial) : { x: 0, y: 0, size: 0 };
  if (!Number.isFinite(deviation.size)) throw new AppError("bad_input", "The start of the layout holds NaN. npm run check finds damaged vectors.");
  const { x, y, size } = deviation;
  const scale = size > 0 ? SPREAD / size : 0;
  const noise = size > 0 ? SPREAD * JITTER : SPREAD;
  return Float64Array.from({ length: 2 * count }, (_, i) => (initial ? (initial[i]! - (i % 2 === 0 ? x : y)) * scale : 0) + noise * normal());
}

/** Means of both axes, and the larger of their standard deviations. */
function largestDeviation(positions: Float64Array): { x: number; y: number; size: number } {
  const count = positions.length / 2;
  let x = 0, y = 0;
  for (let i = 0; i < positions.length; i += 2) {
    x += positions[i]! / count;
    y += positions[i + 1]! / count;
  }
  let xx = 0, yy = 0;
  for (let i = 0; i < positions.length; i += 2) {
    xx += (positions[i]! - x) ** 2;
    yy += (positions[i + 1]! - y) ** 2;
  }
  // Rounding leaves a trace even where all are alike.
  const size = Math.sqrt(Math.max(xx, yy) / Math.max(1, count));
  return { x, y, size: size > 1e-9 * Math.max(Math.abs(x), Math.abs(y)) || Number.isNaN(size) ? size : 0 };
}
