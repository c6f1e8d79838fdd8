import type { LabelColumns } from "@/lib/vector-index/label-columns";
import type { SharedRows } from "./common-captions";

/** `most` of the items at equal distances, the same ones every time. */
export function everyNth<T>(items: ArrayLike<T>, most: number): T[] {
  const count = Math.min(most, items.length);
  return Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)] as T);
}

/** Ids of captions that have a sibling, another caption of their image, among the shared rows. */
export function chooseCaptionsWithSiblings({ captionIds, imageIds }: LabelColumns, { mask }: SharedRows, most: number): number[] {
  const captionsOf = new Map<number, number>();
  imageIds.forEach((image, row) => {
    if (mask[row]) captionsOf.set(image, (captionsOf.get(image) ?? 0) + 1);
  });
  const eligible = captionIds.filter((_, row) => mask[row] === 1 && (captionsOf.get(imageIds[row] as number) ?? 0) > 1);
  return everyNth(eligible, most);
}
