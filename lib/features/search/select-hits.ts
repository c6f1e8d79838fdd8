import type { RankedRow } from "./rank-captions";

export interface HitWindow {
  offset: number;
  limit: number;
  /** Hits below this cosine are left out. */
  minScore?: number;
}

export interface SelectedHits<K> {
  /** One key a hit of the page, best first. */
  keys: K[];
  total: number;
}

/**
 * Cuts one page from ranked captions, read only as far as the page, or where a minimum counts the hits the minimum, needs.
 * @param keyOf what makes a hit: the caption's row, or its image; the best caption decides its place
 * @param all how many hits there are without a minimum
 */
export function selectHits<K>(ranking: Iterable<RankedRow[]>, keyOf: (row: number) => K, all: number, { offset, limit, minScore }: HitWindow): SelectedHits<K> {
  const keys = new Set<K>();
  for (const step of ranking) {
    for (const { row, score } of step) {
      if (minScore !== undefined && score < minScore) continue;
      keys.add(keyOf(row));
    }
    const last = step.at(-1)?.score ?? -1;
    if (minScore === undefined ? keys.size >= offset + limit : last < minScore) break;
  }
  return { keys: [...keys].slice(offset, offset + limit), total: minScore === undefined ? all : keys.size };
}
