const MOST_SWEEPS = 50;

/**
 * All eigenvalues, falling, and eigenvectors of a small symmetric matrix, by Jacobi's rotations.
 * Source: G. Golub and C. Van Loan, Matrix Computations (2013), §8.5.
 * @param rows of the matrix; changed
 */
export function rotateToEigenvectors(rows: Float64Array[]): { values: number[]; vectors: Float64Array[] } {
  const size = rows.length;
  const turned = rows.map((_, i) => Float64Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let rest = 0;
    let all = 0;
    rows.forEach((row, i) => row.forEach((value, j) => {
      all += value * value;
      if (i !== j) rest += value * value;
    }));
    if (rest <= 1e-30 * all) break;
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(rows, turned, p, q);
  }
  const order = rows.map((_, i) => i).sort((a, b) => rows[b]![b]! - rows[a]![a]!);
  return { values: order.map((i) => rows[i]![i]!), vectors: order.map((i) => turned[i]!) };
}

/** Makes the entry (p, q) zero. `turned` holds eigenvectors in its rows at the end. */
function rotate(rows: Float64Array[], turned: Float64Array[], p: number, q: number): void {
  const across = rows[p]![q]!;
  if (across === 0) return;
  const ratio = (rows[q]![q]! - rows[p]![p]!) / (2 * across);
  const tangent = (ratio >= 0 ? 1 : -1) / (Math.abs(ratio) + Math.sqrt(ratio * ratio + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (const row of rows) {
    const [a, b] = [row[p]!, row[q]!];
    row[p] = cosine * a - sine * b;
    row[q] = sine * a + cosine * b;
  }
  for (const matrix of [rows, turned]) {
    const [first, second] = [matrix[p]!, matrix[q]!];
    for (let j = 0; j < first.length; j++) {
      const [a, b] = [first[j]!, second[j]!];
      first[j] = cosine * a - sine * b;
      second[j] = sine * a + cosine * b;
    }
  }
}
