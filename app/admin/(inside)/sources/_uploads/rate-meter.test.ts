import { describe, expect, it } from "vitest";
import { RateMeter } from "./rate-meter";

function meterOf(...samples: [at: number, bytes: number][]): RateMeter {
  const meter = new RateMeter();
  for (const [at, bytes] of samples) meter.add(at, bytes);
  return meter;
}

describe("RateMeter", () => {
  it("tells nothing from a single look, nor where nothing came", () => {
    expect(meterOf([0, 500]).rate).toBeNull();
    expect(meterOf([0, 500], [1000, 500]).rate).toBeNull();
  });

  it("counts what came, not what was there at the start", () => {
    expect(meterOf([0, 5000], [500, 6000], [2000, 7000]).rate).toBe(1000);
  });

  it("forgets what is long ago", () => {
    expect(meterOf([0, 0], [10_000, 100_000], [12_000, 100_200]).rate).toBe(100);
  });

  it("begins anew after an interruption", () => {
    const meter = meterOf([0, 0], [1000, 9000]);
    meter.restart();
    meter.add(60_000, 9000);
    expect(meter.rate).toBeNull();
    meter.add(61_000, 9500);
    expect(meter.rate).toBe(500);
  });
});
