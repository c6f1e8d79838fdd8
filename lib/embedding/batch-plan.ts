/**
 * Packs texts of like length together, so that little of a batch is padding.
 * @param lengths tokens of each text
 * @param budget most padded tokens (rows × longest) of a batch; a longer text runs alone
 * @returns batches of indices into `lengths`, shortest texts first; each index once
 */
export function planBatches(lengths: readonly number[], budget: number): number[][] {
  const order = lengths.map((_, index) => index).sort((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0));
  const batches: number[][] = [];
  let batch: number[] = [];
  for (const index of order) {
    // In rising order the newest row is the longest.
    if (batch.length > 0 && (batch.length + 1) * (lengths[index] ?? 0) > budget) {
      batches.push(batch);
      batch = [];
    }
    batch.push(index);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
