import { describe, expect, it } from "vitest";
import { poolTokens } from "./pool-tokens";

// Two rows of up to three tokens with two values each; the second row has one token and two of padding.
const tokens = Float32Array.of(1, 2, 3, 4, 8, 9, 5, 6, 100, 100, 100, 100);

describe("poolTokens", () => {
  it("takes the mean of a row's own tokens, not of its padding", () => {
    expect(poolTokens(tokens, [3, 1], 3, 2, "mean")).toEqual(Float32Array.of(4, 5, 5, 6));
  });

  it("takes the first token for cls", () => {
    expect(poolTokens(tokens, [3, 1], 3, 2, "cls")).toEqual(Float32Array.of(1, 2, 5, 6));
  });
});
