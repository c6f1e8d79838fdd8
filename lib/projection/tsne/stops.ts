/** Smaller layouts fit a processor's cache in any order. */
export const REORDER_FROM = 5000;

/** Iterations after which points change places in memory: when groups have formed, when exaggeration ends, and when they have spread after it. */
export const reorderings = (earlyIterations: number): number[] => [50, earlyIterations, earlyIterations + 50];

/** The next iteration at which something is to be done between iterations. */
export function nextStop(done: number, iterations: number, periods: readonly number[], others: readonly number[]): number {
  const periodic = periods.map((period) => (Math.floor(done / period) + 1) * period);
  return Math.min(iterations, ...periodic, ...others.filter((iteration) => iteration > done));
}
