/** The value of the 16 bits of a float16: a sign, five bits of exponent, ten of fraction. */
function decodeHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = (bits & 0x3ff) / 0x400;
  if (exponent === 0) return sign * fraction * 2 ** -14;
  if (exponent === 0x1f) return fraction ? NaN : sign * Infinity;
  return sign * (1 + fraction) * 2 ** (exponent - 15);
}

let table: Float32Array | undefined;

/** float16 values as float32, exactly. @param halves their bits; newer versions of Node.js give a Float16Array in its place */
export function widenHalves({ buffer, byteOffset, length }: Uint16Array): Float32Array {
  const values = (table ??= Float32Array.from({ length: 0x10000 }, (_, bits) => decodeHalf(bits)));
  return Float32Array.from(new Uint16Array(buffer, byteOffset, length), (bits) => values[bits] as number);
}
