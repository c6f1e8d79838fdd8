/** Inner product of two vectors of one length; the cosine where both have length 1. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** Row `index` of a row-major (n × dimensions) matrix, as a view. */
export function row(matrix: Float32Array, index: number, dimensions: number): Float32Array {
  return matrix.subarray(index * dimensions, (index + 1) * dimensions);
}

/** The vector's bytes as stored on disk and in the database: float32, little-endian. */
export function vectorToBytes(vector: Float32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(vector.byteLength);
  bytes.set(new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength));
  return bytes;
}

/** The inverse of vectorToBytes, into memory of its own (the source may be unaligned). */
export function bytesToVector(bytes: Uint8Array): Float32Array {
  const copy = new Uint8Array(bytes.byteLength);
  copy.set(bytes);
  return new Float32Array(copy.buffer);
}

/** Brings every row of a row-major matrix to length 1, in place; a row of zeros stays. */
export function normaliseRows(matrix: Float32Array, dimensions: number): Float32Array {
  for (let start = 0; start < matrix.length; start += dimensions) {
    const vector = matrix.subarray(start, start + dimensions);
    const length = Math.sqrt(dot(vector, vector));
    if (length > 0 && length !== 1) for (let i = 0; i < dimensions; i++) vector[i] = (vector[i] as number) / length;
  }
  return matrix;
}

/**
 * The first `dimensions` values of every row, brought to length 1 again; the matrix itself where nothing is cut.
 * @param from length of the rows of `matrix`
 */
export function cutRows(matrix: Float32Array, from: number, dimensions: number): Float32Array {
  if (from === dimensions) return matrix;
  const rows = matrix.length / from;
  const cut = new Float32Array(rows * dimensions);
  for (let r = 0; r < rows; r++) cut.set(matrix.subarray(r * from, r * from + dimensions), r * dimensions);
  return normaliseRows(cut, dimensions);
}
