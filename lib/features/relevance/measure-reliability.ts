import type { Hit } from "./hit";
import { curveFor, readCurve } from "./relevance-of";
import type { Reliability, ReliabilityBin, RelevanceCurve } from "./relevance-types";

const BINS = 20;

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Bins of equally many hits, by what is told of them: most hits are strangers, and bins of equal width would hold all of them in one. */
function binsOf(judged: readonly { told: number; is: number }[]): ReliabilityBin[] {
  const sorted = [...judged].sort((a, b) => a.told - b.told);
  return Array.from({ length: BINS }, (_, bin): ReliabilityBin[] => {
    const own = sorted.slice(Math.floor((bin * sorted.length) / BINS), Math.floor(((bin + 1) * sorted.length) / BINS));
    return own.length === 0 ? [] : [{ hits: own.length, told: mean(own.map(({ told }) => told)), observed: mean(own.map(({ is }) => is)) }];
  }).flat();
}

/** What a query of some length found. */
export interface Found {
  /** Characters. */
  length: number;
  hits: Hit[];
}

/** Compares what the curves tell of hits with what they are. Null without hits, or curves. */
export function measureReliability(curves: readonly RelevanceCurve[], found: readonly Found[]): Reliability | null {
  const judged = curves.length === 0 ? [] : found.flatMap(({ length, hits }) => hits.map(({ cosine, isSame }) => ({ told: readCurve(curveFor(curves, length), cosine), is: isSame ? 1 : 0 })));
  if (judged.length === 0) return null;
  const prior = mean(judged.map(({ is }) => is));
  const bins = binsOf(judged);
  return {
    queries: found.length,
    hits: judged.length,
    prior,
    brier: mean(judged.map(({ told, is }) => (told - is) ** 2)),
    brierOfPrior: prior * (1 - prior),
    ece: bins.reduce((sum, { hits: count, told, observed }) => sum + (count / judged.length) * Math.abs(told - observed), 0),
    bins,
  };
}
