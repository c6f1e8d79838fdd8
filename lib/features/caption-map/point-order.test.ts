import { describe, expect, it } from "vitest";
import { orderPoints } from "./point-order";
import { clusteredPoints } from "./testing/clustered-points";

const { positions } = clusteredPoints(300_000);
const { order, parts } = orderPoints(positions);

/** Points in each of 10 × 10 regions. */
function countByRegion(points: Int32Array): number[] {
  const counts = new Array<number>(100).fill(0);
  const cell = (value: number, extent: number) => Math.min(9, Math.max(0, Math.floor((10 * value) / extent)));
  for (const point of points) counts[cell(positions[2 * point]!, 100) + 10 * cell(positions[2 * point + 1]!, 60)]!++;
  return counts;
}

describe("orderPoints", () => {
  it("gives every point one place, the first part being a small share", () => {
    expect(parts).toEqual([32_768, 267_232]);
    expect(order.slice().sort().every((point, i) => point === i)).toBe(true);
  });

  it("has each region in the first part by its density", () => {
    const all = countByRegion(order);
    countByRegion(order.subarray(0, parts[0])).forEach((count, region) => expect(Math.abs(count - (all[region]! * parts[0]!) / 300_000)).toBeLessThan(12));
  });

  it("has points of a part that follow one another close together", () => {
    const length = (points: Int32Array) => {
      let sum = 0;
      for (let i = 1; i < points.length; i++) sum += Math.hypot(positions[2 * points[i]!]! - positions[2 * points[i - 1]!]!, positions[2 * points[i]! + 1]! - positions[2 * points[i - 1]! + 1]!);
      return sum / points.length;
    };
    expect(length(order.subarray(0, parts[0]))).toBeLessThan(1);
    expect(length(order.subarray(parts[0]))).toBeLessThan(0.4);
  });

  it("is the same for the same points", () => expect(Buffer.from(orderPoints(positions.slice()).order.buffer).equals(Buffer.from(order.buffer))).toBe(true));

  it("makes parts grow, and no tiny one", () => {
    const spots = (count: number) => orderPoints(Float64Array.from({ length: 2 * count }, (_, i) => i % 97)).parts;
    expect(spots(1_200_000)).toEqual([32_768, 196_608, 970_624]);
    expect(spots(40_000)).toEqual([40_000]);
    expect(spots(1)).toEqual([1]);
    expect(spots(0)).toEqual([]);
  });
});
