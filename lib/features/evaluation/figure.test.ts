import { describe, expect, it } from "vitest";
import { seededRandom } from "@/lib/core/random";
import { bootstrap } from "./figure";

describe("a figure's interval", () => {
  const random = seededRandom(1);
  const found = Uint8Array.from({ length: 400 }, () => (random() < 0.3 ? 1 : 0));
  const share = (indices: Uint32Array) => indices.reduce((sum, i) => sum + found[i]!, 0) / indices.length;

  it("is near that of the normal distribution for a share of many", () => {
    const { value, low, high } = bootstrap(found.length, share, 0);
    const reach = 1.96 * Math.sqrt((value * (1 - value)) / found.length);
    expect(value).toBe(share(Uint32Array.from(found.keys())));
    expect([value - low, high - value].every((side) => Math.abs(side - reach) < 0.2 * reach)).toBe(true);
  });

  it("is the same with the same seed, and another with another", () => {
    expect(bootstrap(found.length, share, 5)).toEqual(bootstrap(found.length, share, 5));
    expect(bootstrap(found.length, share, 6)).not.toEqual(bootstrap(found.length, share, 5));
  });
});
