import type { PlacedRow } from "./place-rows";

export interface HitWindow {
  offset: number;
  limit: number;
}

/**
 * The hits of one page, read only as far as the page needs.
 * @param ranking rows by falling place
 * @param keyOf what makes a hit: the caption's row, or its image; the best caption decides its place
 * @returns one key a hit, best first
 */
export function selectHits<K>(ranking: Iterable<PlacedRow[]>, keyOf: (row: number) => K, { offset, limit }: HitWindow): K[] {
  const keys = new Set<K>();
  for (const step of ranking) {
    for (const { row } of step) keys.add(keyOf(row));
    if (keys.size >= offset + limit) break;
  }
  return [...keys].slice(offset, offset + limit);
}
