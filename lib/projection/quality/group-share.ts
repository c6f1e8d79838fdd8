import { NONE } from "../neighbours/neighbour-graph";
import type { NeighbourLists } from "./neighbour-share";

/**
 * Of the `nearest` neighbours of a point, the share that belongs to its group (captions of its image), of as many as there can be: 1 where all
 * groups stand together. Points that are alone in their group do not count.
 * @param groups the group of every point
 * @returns 0 … 1, null where every point is alone
 */
export function groupShare({ neighbours, k }: NeighbourLists, groups: ArrayLike<number>, nearest = 4): number | null {
  const sizes = new Map<number, number>();
  for (let i = 0; i < groups.length; i++) sizes.set(groups[i]!, (sizes.get(groups[i]!) ?? 0) + 1);
  let together = 0;
  let possible = 0;
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i]!;
    possible += Math.min(nearest, k, sizes.get(group)! - 1);
    for (let j = i * k; j < i * k + Math.min(nearest, k); j++) {
      const neighbour = neighbours[j]!;
      if (neighbour !== NONE && groups[neighbour] === group) together++;
    }
  }
  return possible === 0 ? null : together / possible;
}
