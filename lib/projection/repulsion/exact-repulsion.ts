/**
 * The potential Σ 1/(1 + d²) at every point (its own, 1, included) and its gradient, by comparing all pairs once.
 * @param positions x and y in turn   @param gradient gets the gradient, x and y in turn   @param potential gets the value
 */
export function repelExactly(positions: Float64Array, gradient: Float64Array, potential: Float64Array): void {
  gradient.fill(0);
  potential.fill(1);
  for (let i = 0; i < positions.length; i += 2) {
    const x = positions[i]!;
    const y = positions[i + 1]!;
    let gx = 0;
    let gy = 0;
    let sum = 0;
    for (let j = i + 2; j < positions.length; j += 2) {
      const dx = x - positions[j]!;
      const dy = y - positions[j + 1]!;
      const q = 1 / (1 + dx * dx + dy * dy);
      const push = 2 * q * q;
      sum += q;
      potential[j >> 1]! += q;
      gx -= push * dx;
      gy -= push * dy;
      gradient[j]! += push * dx;
      gradient[j + 1]! += push * dy;
    }
    gradient[i]! += gx;
    gradient[i + 1]! += gy;
    potential[i >> 1]! += sum;
  }
}
