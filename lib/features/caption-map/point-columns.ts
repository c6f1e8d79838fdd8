/** Bytes of a point on the wire and in the memory of a graphics card. */
export const BYTES_PER_POINT = 8;

/** Map coordinates are whole numbers up to this. */
export const COORDINATE_MAX = 0xffff;

/**
 * The points of one part of a layout. In its bytes the columns follow one another, bytes of like meaning beside each other so that they compress well, n being the points:
 *
 *     offset   bytes  what
 *     0        n      x, high bytes     map coordinate x · 65 535, 16 bits
 *     n        n      x, low bytes
 *     2·n      n      y, high bytes     map coordinate y · 65 535, upwards
 *     3·n      n      y, low bytes
 *     4·n      n      colour            u8, by which images are told apart
 *     5·n      n      language          u8, position in the layout's `languages`
 *     6·n      n      collection        u8, position in the layout's `collections`
 *     7·n      n      density           u8, 255 where the map is densest
 */
export interface PointColumns {
  x: Uint16Array;
  y: Uint16Array;
  colour: Uint8Array;
  language: Uint8Array;
  collection: Uint8Array;
  density: Uint8Array;
}

export function createPointColumns(count: number): PointColumns {
  const bytes = () => new Uint8Array(count);
  return { x: new Uint16Array(count), y: new Uint16Array(count), colour: bytes(), language: bytes(), collection: bytes(), density: bytes() };
}

/** Part of the points, from `start` to before `end`, as bytes. */
export function encodePoints(columns: PointColumns, start: number, end: number): Uint8Array<ArrayBuffer> {
  const count = end - start;
  const bytes = new Uint8Array(BYTES_PER_POINT * count);
  for (let i = 0; i < count; i++) {
    const [x, y] = [columns.x[start + i]!, columns.y[start + i]!];
    bytes[i] = x >> 8;
    bytes[count + i] = x & 0xff;
    bytes[2 * count + i] = y >> 8;
    bytes[3 * count + i] = y & 0xff;
  }
  [columns.colour, columns.language, columns.collection, columns.density].forEach((column, c) => bytes.set(column.subarray(start, end), (4 + c) * count));
  return bytes;
}

/** Reads a part into the columns of the whole layout, from point `start` on. @returns the points read */
export function decodePoints(bytes: Uint8Array, columns: PointColumns, start: number): number {
  const count = bytes.length / BYTES_PER_POINT;
  if (!Number.isInteger(count) || start + count > columns.x.length) throw new RangeError(`${bytes.length} bytes are no part of a layout of ${columns.x.length} points from point ${start} on.`);
  for (let i = 0; i < count; i++) {
    columns.x[start + i] = (bytes[i]! << 8) | bytes[count + i]!;
    columns.y[start + i] = (bytes[2 * count + i]! << 8) | bytes[3 * count + i]!;
  }
  [columns.colour, columns.language, columns.collection, columns.density].forEach((column, c) => column.set(bytes.subarray((4 + c) * count, (5 + c) * count), start));
  return count;
}
