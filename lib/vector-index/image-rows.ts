/** Position of `value` in ascending `sorted`, or where it would stand. */
export function lowerBound(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Rows by image: 8 bytes a row, found by binary search. */
export class ImageRows {
  private readonly images: Uint32Array;
  private readonly rows: Uint32Array;

  constructor(imageIds: Uint32Array) {
    // Image in the high word, row in the low one: sorted natively, without a comparator.
    const keys = new BigUint64Array(imageIds.length);
    const words = new Uint32Array(keys.buffer);
    imageIds.forEach((image, row) => {
      words[2 * row] = row;
      words[2 * row + 1] = image;
    });
    keys.sort();
    this.images = Uint32Array.from(imageIds, (_, i) => words[2 * i + 1] as number);
    this.rows = Uint32Array.from(imageIds, (_, i) => words[2 * i] as number);
  }

  /** Ascending rows of an image, as a view; empty for an unknown one. */
  of(imageId: number): Uint32Array {
    return this.rows.subarray(lowerBound(this.images, imageId), lowerBound(this.images, imageId + 1));
  }
}
