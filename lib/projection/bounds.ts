/** Where points lie. @param positions n × 2 @returns the outermost coordinates; infinite where there is no point */
export function boundsOf(positions: Float64Array): { left: number; right: number; low: number; high: number } {
  let left = Infinity, right = -Infinity, low = Infinity, high = -Infinity;
  for (let i = 0; i < positions.length; i += 2) {
    left = Math.min(left, positions[i]!);
    right = Math.max(right, positions[i]!);
    low = Math.min(low, positions[i + 1]!);
    high = Math.max(high, positions[i + 1]!);
  }
  return { left, right, low, high };
}
