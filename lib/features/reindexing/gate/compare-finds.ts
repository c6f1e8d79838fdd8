import type { FindComparison } from "../reindex-types";
import type { Rank } from "./find-ranks";

/** Lost queries that are listed. */
const LISTED = 50;

/** A query that was found before and is not now, by its place among all. */
export interface Loss {
  index: number;
  rankBefore: number;
}

export interface Comparison extends Omit<FindComparison, "lost"> {
  /** The ones that stood highest before come first; 50 at most. */
  losses: Loss[];
}

const share = (ranks: readonly Rank[]) => ranks.filter((rank) => rank !== null).length / ranks.length;

/** @param before null where there is no generation to compare with */
export function compareFinds(before: readonly Rank[] | null, after: readonly Rank[]): Comparison {
  const losses = (before ?? []).flatMap((rankBefore, index): Loss[] => (rankBefore !== null && after[index] === null ? [{ index, rankBefore }] : []));
  const gained = (before ?? []).filter((rank, index) => rank === null && after[index] !== null).length;
  return { queries: after.length, before: before && share(before), after: share(after), losses: losses.sort((a, b) => a.rankBefore - b.rankBefore).slice(0, LISTED), gained };
}

/** Whether less is found than before by more than the margin; counted in queries, as shares do not add up exactly. */
export function isWorse({ queries, before, after }: Pick<FindComparison, "queries" | "before" | "after">, margin: number): boolean {
  return before !== null && Math.round(before * queries) - Math.round(after * queries) > margin * queries + 1e-9;
}
