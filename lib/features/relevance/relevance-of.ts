import type { Calibration, RelevanceCurve } from "./relevance-types";

/** What is asked, and of what. */
export interface Asking {
  queryLanguage: string;
  captionLanguage: string;
  /** Characters of the query. */
  length: number;
}

/** The curve for queries so long. @param curves as a calibration has them, at least one */
export const curveFor = (curves: readonly RelevanceCurve[], length: number): RelevanceCurve => curves.find(({ longest }) => longest === null || length <= longest) ?? curves.at(-1)!;

function findCurve(calibration: Calibration | null, { queryLanguage, captionLanguage, length }: Asking): RelevanceCurve | null {
  const pair = calibration?.pairs.find(({ query, caption }) => query === queryLanguage && caption === captionLanguage);
  return pair && pair.curves.length > 0 ? curveFor(pair.curves, length) : null;
}

/** From a rising row of x to the row of y, straight in between and level beyond the ends. */
function interpolate(xs: readonly number[], ys: readonly number[], x: number): number {
  const above = xs.findIndex((known) => known >= x);
  if (above < 0) return ys[ys.length - 1]!;
  if (above === 0) return ys[0]!;
  const [from, to] = [xs[above - 1]!, xs[above]!];
  return ys[above - 1]! + ((x - from) / (to - from)) * (ys[above]! - ys[above - 1]!);
}

export const readCurve = ({ cosines, shares }: Pick<RelevanceCurve, "cosines" | "shares">, cosine: number): number => interpolate(cosines, shares, cosine);

/**
 * Of captions with this cosine to a query, the share that shows what the query describes, 0 to 1: as often as captions of the index, asked as queries, found their own image with that score.
 * Null where the index cannot tell: it was not calibrated, or no image has captions of both languages.
 */
export function relevanceOf(calibration: Calibration | null, { cosine, ...asking }: Asking & { cosine: number }): number | null {
  const curve = findCurve(calibration, asking);
  return curve ? readCurve(curve, cosine) : null;
}

/** The least cosine that has this relevance; null where it cannot be told, and where no cosine has it. */
export function leastCosine(calibration: Calibration | null, relevance: number, asking: Asking): number | null {
  const curve = findCurve(calibration, asking);
  if (!curve || relevance > curve.shares.at(-1)!) return null;
  return relevance <= curve.shares[0]! ? -1 : interpolate(curve.shares, curve.cosines, relevance);
}
