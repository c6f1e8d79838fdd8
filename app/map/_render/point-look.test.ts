import { describe, expect, it } from "vitest";
import { litSize } from "./point-look";

describe("lit points", () => {
  it("are larger than the others, and where they are few, large enough to be seen on any map", () => {
    expect(litSize(10, 50)).toBe(15);
    expect(litSize(2, 50)).toBe(8);
    expect(litSize(2, 40_000)).toBe(3);
  });
});
