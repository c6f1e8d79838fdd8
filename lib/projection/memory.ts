/** Zeros; in memory that threads can share where `shared` is true. */
export function float64(length: number, shared: boolean): Float64Array<ArrayBufferLike> {
  return new Float64Array(shared ? new SharedArrayBuffer(8 * length) : new ArrayBuffer(8 * length));
}

export function float32(length: number, shared: boolean): Float32Array<ArrayBufferLike> {
  return new Float32Array(shared ? new SharedArrayBuffer(4 * length) : new ArrayBuffer(4 * length));
}

export function int32(length: number, shared: boolean): Int32Array<ArrayBufferLike> {
  return new Int32Array(shared ? new SharedArrayBuffer(4 * length) : new ArrayBuffer(4 * length));
}

/** The array itself where it may be changed and, if threads are to share it, can be shared; else a copy that can. */
export function ownInt32(array: Int32Array, shared: boolean, mayChange: boolean): Int32Array {
  if (mayChange && (!shared || array.buffer instanceof SharedArrayBuffer)) return array;
  const copy = int32(array.length, shared);
  copy.set(array);
  return copy;
}

/** The array itself where threads can share it or need not, else a copy that they can. */
export function shareFloat32(array: Float32Array, shared: boolean): Float32Array {
  if (!shared || array.buffer instanceof SharedArrayBuffer) return array;
  const copy = float32(array.length, true);
  copy.set(array);
  return copy;
}
