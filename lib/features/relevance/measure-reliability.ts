import type { Hit } from "./hit";
import { readCurve } from "./relevance-of";
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

/** Compares what the curve tells of hits with what they are. Null without hits. */
export function measureReliability(curve: RelevanceCurve, hits: readonly Hit[], queries: number): Reliability | null {
  if (hits.length === 0) return null;
  const judged = hits.map(({ cosine, isSame }) => ({ told: readCurve(curve, cosine), is: isSame ? 1 : 0 }));
  const prior = mean(judged.map(({ is }) => is));
  const bins = binsOf(judged);
  return {
    queries,
    hits: hits.length,
    prior,
    brier: mean(judged.map(({ told, is }) => (told - is) ** 2)),
    brierOfPrior: prior * (1 - prior),
    ece: bins.reduce((sum, { hits: count, told, observed }) => sum + (count / hits.length) * Math.abs(told - observed), 0),
    bins,
  };
}
