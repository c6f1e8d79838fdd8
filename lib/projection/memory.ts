/** Browsers have memory that threads share only on pages that are cut off from others; there, a layout has one thread. */
const canShare = typeof SharedArrayBuffer !== "undefined";

const memory = (bytes: number, shared: boolean): ArrayBufferLike => (shared && canShare ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes));

/** Zeros; in memory that threads can share where `shared` is true and there is such. */
export const float64 = (length: number, shared: boolean): Float64Array<ArrayBufferLike> => new Float64Array(memory(8 * length, shared));

export const float32 = (length: number, shared: boolean): Float32Array<ArrayBufferLike> => new Float32Array(memory(4 * length, shared));

export const int32 = (length: number, shared: boolean): Int32Array<ArrayBufferLike> => new Int32Array(memory(4 * length, shared));

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
