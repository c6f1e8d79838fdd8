import { describe, expect, it } from "vitest";
import { findPlaneNeighbours } from "@/lib/projection/neighbours/plane-neighbours";
import { colourImages } from "./image-colours";
import { IMAGE_COLOURS } from "./map-types";
import { clusteredPoints } from "./testing/clustered-points";

const { positions, images } = clusteredPoints(10_000);
const colours = colourImages(positions, images);

describe("colourImages", () => {
  it("gives all points of an image one colour", () => {
    for (let i = 0; i < images.length; i++) expect(colours[i]).toBe(colours[i - (i % 5)]);
  });

  it("gives neighbours of other images other colours", () => {
    const neighbours = findPlaneNeighbours(positions, 8);
    let others = 0, alike = 0;
    neighbours.forEach((other, e) => {
      const point = Math.floor(e / 8);
      if (images[other] === images[point]) return;
      others++;
      if (colours[other] === colours[point]) alike++;
    });
    expect(others).toBeGreaterThan(10_000);
    expect(alike / others).toBeLessThan(0.005);
  });

  it("uses all colours about equally often", () => {
    const used = new Array<number>(IMAGE_COLOURS).fill(0);
    for (const colour of colours) used[colour]!++;
    expect(Math.min(...used)).toBeGreaterThan(500);
    expect(Math.max(...used)).toBeLessThan(750);
  });

  it("tells images apart that lie in one spot, as far as there are colours", () => {
    const spot = colourImages(new Float64Array(2 * 10), Int32Array.from({ length: 10 }, (_, i) => 1000 * i));
    expect(new Set(spot).size).toBe(10);
    expect(colourImages(new Float64Array(80), Int32Array.from({ length: 40 }, (_, i) => i)).every((colour) => colour < IMAGE_COLOURS)).toBe(true);
  });

  it("colours one point, and none", () => {
    expect(colourImages(Float64Array.of(1, 1), [7])).toHaveLength(1);
    expect(colourImages(new Float64Array(0), [])).toHaveLength(0);
  });
});
