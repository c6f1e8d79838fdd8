import { seededRandom } from "@/lib/core/random";

/** `size` different numbers below `count`, or all of them, in random order: the first draws of a Fisher–Yates shuffle. The same arguments always give the same. */
export function sampleRows(count: number, size: number, seed: number): number[] {
  const random = seededRandom(seed);
  /** Numbers that were moved, by their place: of millions, few are. */
  const moved = new Map<number, number>();
  return Array.from({ length: Math.min(size, count) }, (_, i) => {
    const j = i + Math.floor(random() * (count - i));
    const drawn = moved.get(j) ?? j;
    moved.set(j, moved.get(i) ?? i);
    return drawn;
  });
}
