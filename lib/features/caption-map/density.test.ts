import { describe, expect, it } from "vitest";
import { seededNormal } from "@/lib/core/random";
import { measureDensity } from "./density";

/** 20 000 points around (0, 0) and a fifth of them around (20, 0), equally wide. */
function twoHeaps(): Float64Array {
  const normal = seededNormal(1);
  return Float64Array.from({ length: 48_000 }, (_, e) => normal() + (e >= 40_000 && e % 2 === 0 ? 20 : 0));
}

describe("measureDensity", () => {
  it("tells by how much one region is denser than another", () => {
    const positions = twoHeaps();
    const { density, densest } = measureDensity(positions);
    const most = (from: number, to: number) => density.subarray(from, to).reduce((a, b) => Math.max(a, b), 0);
    const around = (code: number) => Math.expm1((code / 255) * Math.log1p(densest));
    expect(most(0, 20_000)).toBe(255);
    expect(around(most(0, 20_000)) / around(most(20_000, 24_000))).toBeGreaterThan(4);
    expect(around(most(0, 20_000)) / around(most(20_000, 24_000))).toBeLessThan(6);
  });

  it("falls towards the rim of a heap", () => {
    const positions = twoHeaps();
    const { density } = measureDensity(positions);
    const mean = (from: number, to: number) => {
      const ring = [...density.subarray(0, 20_000)].filter((_, i) => Math.hypot(positions[2 * i]!, positions[2 * i + 1]!) >= from && Math.hypot(positions[2 * i]!, positions[2 * i + 1]!) < to);
      return ring.reduce((a, b) => a + b, 0) / ring.length;
    };
    expect(mean(0, 1)).toBeGreaterThan(mean(1, 2));
    expect(mean(1, 2)).toBeGreaterThan(mean(2, 4));
  });

  it("counts points in one spot, a lone point as one, and nothing where there is none", () => {
    expect(measureDensity(new Float64Array(14).fill(3))).toEqual({ density: new Uint8Array(7).fill(255), densest: 7 });
    expect(measureDensity(Float64Array.of(1, 2))).toEqual({ density: Uint8Array.of(255), densest: 1 });
    expect(measureDensity(new Float64Array(0))).toEqual({ density: new Uint8Array(0), densest: 0 });
  });
});
