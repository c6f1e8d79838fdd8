import { describe, expect, it } from "vitest";
import { createPointColumns, encodePoints } from "@/lib/features/caption-map/point-columns";
import { CODE_OFFSETS, pickVertices, toVertices } from "./vertices";

const columns = createPointColumns(3);
columns.x.set([0, 0xffff, 0x1234]);
columns.y.set([0xffff, 0, 0xabcd]);
columns.colour.set([1, 2, 3]);
columns.language.set([0, 1, 0]);
columns.collection.set([4, 5, 6]);
columns.density.set([7, 8, 255]);
const vertices = toVertices(encodePoints(columns, 0, 3));

describe("vertices", () => {
  it("hold place and codes of a point side by side", () => {
    expect([...vertices.subarray(16)]).toEqual([0x34, 0x12, 0xcd, 0xab, 3, 0, 6, 255]);
    expect(vertices[8 + CODE_OFFSETS.collection]).toBe(5);
  });

  it("can be picked in any order", () => {
    expect([...pickVertices(vertices, [2, 0])]).toEqual([...vertices.subarray(16), ...vertices.subarray(0, 8)]);
  });
});
