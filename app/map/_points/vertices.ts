import { BYTES_PER_POINT, createPointColumns, decodePoints } from "@/lib/features/caption-map/point-columns";

/**
 * Points as a graphics card reads them, 8 bytes each, little-endian: x and y as u16, then the codes of colour, language, collection and density as u8.
 */
export type Vertices = Uint8Array<ArrayBuffer>;

/** Offset of each code within a point. */
export const CODE_OFFSETS = { colour: 4, language: 5, collection: 6, density: 7 } as const;

/** A part of a layout as it came over the wire, column by column, as vertices. */
export function toVertices(part: Uint8Array): Vertices {
  const columns = createPointColumns(part.length / BYTES_PER_POINT);
  const count = decodePoints(part, columns, 0);
  const vertices = new Uint8Array(BYTES_PER_POINT * count);
  const places = new Uint16Array(vertices.buffer);
  for (let i = 0; i < count; i++) {
    places[4 * i] = columns.x[i]!;
    places[4 * i + 1] = columns.y[i]!;
    vertices[8 * i + CODE_OFFSETS.colour] = columns.colour[i]!;
    vertices[8 * i + CODE_OFFSETS.language] = columns.language[i]!;
    vertices[8 * i + CODE_OFFSETS.collection] = columns.collection[i]!;
    vertices[8 * i + CODE_OFFSETS.density] = columns.density[i]!;
  }
  return vertices;
}

/** The vertices of some points, in their order. */
export function pickVertices(vertices: Vertices, points: ArrayLike<number>): Vertices {
  const picked = new Uint8Array(BYTES_PER_POINT * points.length);
  for (let i = 0; i < points.length; i++) picked.set(vertices.subarray(BYTES_PER_POINT * points[i]!, BYTES_PER_POINT * (points[i]! + 1)), BYTES_PER_POINT * i);
  return picked;
}
