import { quantileSorted } from "simple-statistics";
import { seededRandom } from "@/lib/core/random";

/** A measured value with its 95 % interval. */
export interface Figure {
  value: number;
  low: number;
  high: number;
}

const ROUNDS = 1000;
/** Of a 95 % interval. */
const TAIL = 0.025;

/**
 * A statistic of independent observations with its interval by the percentile bootstrap (B. Efron & R. Tibshirani, An Introduction to the Bootstrap, 1993).
 * The same seed gives the same interval.
 * @param statistic of the observations with these indices, some of them several times
 */
export function bootstrap(count: number, statistic: (indices: Uint32Array) => number, seed: number): Figure {
  const random = seededRandom(seed);
  const indices = Uint32Array.from({ length: count }, (_, i) => i);
  const value = statistic(indices);
  const drawn = Array.from({ length: ROUNDS }, () => statistic(indices.map(() => Math.floor(random() * count)))).sort((a, b) => a - b);
  return { value, low: quantileSorted(drawn, TAIL), high: quantileSorted(drawn, 1 - TAIL) };
}
