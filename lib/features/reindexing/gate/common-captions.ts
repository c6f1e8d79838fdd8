import type { LabelColumns } from "@/lib/vector-index/label-columns";

/** Rows of one generation that another one has as well. */
export interface SharedRows {
  /** 1 for each row whose caption both have. */
  mask: Uint8Array;
  count: number;
}

/** The captions that two generations have in common, as rows of each. */
export function findCommonCaptions(before: LabelColumns, after: LabelColumns): { before: SharedRows; after: SharedRows } {
  const [left, right] = [before.captionIds, after.captionIds];
  const masks = { before: new Uint8Array(left.length), after: new Uint8Array(right.length) };
  let count = 0;
  // Both ascend.
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const [a, b] = [left[i] as number, right[j] as number];
    if (a === b) {
      masks.before[i] = masks.after[j] = 1;
      count++;
    }
    if (a <= b) i++;
    if (b <= a) j++;
  }
  return { before: { mask: masks.before, count }, after: { mask: masks.after, count } };
}

export function allRows({ captionIds }: LabelColumns): SharedRows {
  return { mask: new Uint8Array(captionIds.length).fill(1), count: captionIds.length };
}
