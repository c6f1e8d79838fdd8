/** Smaller layouts fit a processor's cache in any order. */
export const REORDER_FROM = 5000;

/** Iterations after which points change places in memory: while groups form, when exaggeration ends, and while they spread after it. */
export const reorderings = (earlyIterations: number): number[] => [15, 50, 100, earlyIterations, earlyIterations + 50, earlyIterations + 150];

/** The next iteration at which something is to be done between iterations. */
export function nextStop(done: number, iterations: number, periods: readonly number[], others: readonly number[]): number {
  const periodic = periods.map((period) => (Math.floor(done / period) + 1) * period);
  return Math.min(iterations, ...periodic, ...others.filter((iteration) => iteration > done));
}
