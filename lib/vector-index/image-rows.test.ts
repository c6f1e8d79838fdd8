import { describe, expect, it } from "vitest";
import { ImageRows } from "./image-rows";

describe("ImageRows", () => {
  it("finds an image's rows in ascending order, however large ids are", async () => {
    const images = await ImageRows.of(Uint32Array.of(7, 4_294_967_295, 3, 7, 2048, 4_294_967_295, 7, 0));
    expect([7, 4_294_967_295, 3, 2048, 0, 1].map((image) => [...images.rowsOf(image)])).toEqual([[0, 3, 6], [1, 5], [2], [4], [7], []]);
  });

  it("orders many rows as sorting by image and row does", async () => {
    const imageIds = Uint32Array.from({ length: 5000 }, (_, row) => (row * 7919) % 1237);
    const images = await ImageRows.of(imageIds);
    for (const image of [0, 1, 600, 1236]) {
      const rows = [...imageIds.keys()].filter((row) => imageIds[row] === image);
      expect([...images.rowsOf(image)]).toEqual(rows);
    }
  });

  it("counts images that have a row that passes", async () => {
    const images = await ImageRows.of(Uint32Array.of(5, 5, 6, 7, 7));
    expect(images.count(() => true)).toBe(3);
    expect(images.count((row) => row === 1 || row === 4)).toBe(2);
    expect(images.count(() => false)).toBe(0);
    expect((await ImageRows.of(new Uint32Array(0))).count(() => true)).toBe(0);
  });
});
