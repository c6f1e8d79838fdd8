import { describe, expect, it } from "vitest";
import { createPointColumns, decodePoints, encodePoints } from "./point-columns";

function numbered(count: number) {
  const columns = createPointColumns(count);
  for (let i = 0; i < count; i++) {
    columns.x[i] = (i * 7919) % 65536;
    columns.y[i] = 65535 - i;
    columns.colour[i] = i % 16;
    columns.language[i] = i % 2;
    columns.collection[i] = i % 3;
    columns.density[i] = i % 256;
  }
  return columns;
}

describe("points on the wire", () => {
  it("read back part by part as they were written", () => {
    const columns = numbered(1000);
    const read = createPointColumns(1000);
    let start = 0;
    for (const bytes of [encodePoints(columns, 0, 100), encodePoints(columns, 100, 1000)]) start += decodePoints(bytes, read, start);
    expect(start).toBe(1000);
    expect(read).toEqual(columns);
  });

  it("take 8 bytes each", () => {
    expect(encodePoints(numbered(50), 10, 40)).toHaveLength(240);
  });

  it("refuse bytes that are no whole part, or one that is too long", () => {
    expect(() => decodePoints(new Uint8Array(12), createPointColumns(2), 0)).toThrow(/12 bytes are no part/);
    expect(() => decodePoints(new Uint8Array(24), createPointColumns(2), 0)).toThrow(RangeError);
  });
});
