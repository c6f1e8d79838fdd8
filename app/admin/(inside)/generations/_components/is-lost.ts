import type { FindComparison } from "@/lib/features/reindexing/reindex-types";

/** Whether less is found than the margin allows. Shares are fractions of few queries: the last digits of floating point do not count. */
export function isLost({ before, after }: FindComparison, margin: number): boolean {
  return before !== null && before - after > margin + 1e-9;
}
