/** The items in arrays of at most `size`, as a stream that has them at once. */
export async function* chunksOf<T>(items: readonly T[], size: number): AsyncGenerator<T[]> {
  for (let start = 0; start < items.length; start += size) yield await Promise.resolve(items.slice(start, start + size));
}
