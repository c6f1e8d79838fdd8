export interface Pattern {
  /** Degrees. */
  angle: number;
  /** Pixels from stripe to stripe. */
  gap: number;
  /** Degrees on the colour wheel, from warm sand to moss. */
  hue: number;
}

/** FNV-1a over UTF-16 units, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value;
}

/** A quiet pattern that is always the same for an image. */
export function placeholderPattern(collection: string, id: string): Pattern {
  const bits = hash(`${collection}/${id}`);
  return { angle: (bits % 12) * 15, gap: 10 + ((bits >>> 8) % 5) * 3, hue: 30 + ((bits >>> 16) % 80) };
}
