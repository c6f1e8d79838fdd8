import type { Calibration, PairCalibration, RelevanceCurve } from "./relevance-types";

interface LanguagePair {
  queryLanguage: string;
  captionLanguage: string;
}

const findPair = ({ pairs }: Calibration, { queryLanguage, captionLanguage }: LanguagePair): PairCalibration | undefined => pairs.find(({ query, caption }) => query === queryLanguage && caption === captionLanguage);

/** From a rising row of x to the row of y, straight in between and level beyond the ends. */
function interpolate(xs: readonly number[], ys: readonly number[], x: number): number {
  const above = xs.findIndex((known) => known >= x);
  if (above < 0) return ys[ys.length - 1]!;
  if (above === 0) return ys[0]!;
  const [from, to] = [xs[above - 1]!, xs[above]!];
  return ys[above - 1]! + ((x - from) / (to - from)) * (ys[above]! - ys[above - 1]!);
}

export const readCurve = ({ cosines, shares }: RelevanceCurve, cosine: number): number => interpolate(cosines, shares, cosine);

/**
 * Of captions with this cosine to a query, the share that shows what the query describes, 0 to 1: as often as captions of the index, asked as queries, found their own image with that score.
 * Null where the index cannot tell: it was not calibrated, or no image has captions of both languages.
 */
export function relevanceOf(calibration: Calibration | null, { cosine, ...languages }: LanguagePair & { cosine: number }): number | null {
  const curve = calibration && findPair(calibration, languages)?.curve;
  return curve ? readCurve(curve, cosine) : null;
}

/** The least cosine that has this relevance; null where it cannot be told, and where no cosine has it. */
export function leastCosine(calibration: Calibration | null, relevance: number, languages: LanguagePair): number | null {
  const curve = calibration && findPair(calibration, languages)?.curve;
  if (!curve || relevance > curve.shares.at(-1)!) return null;
  return relevance <= curve.shares[0]! ? -1 : interpolate(curve.shares, curve.cosines, relevance);
}
