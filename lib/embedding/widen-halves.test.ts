import { expect, it } from "vitest";
import { widenHalves } from "./widen-halves";

it("reads float16 values as they are", () => {
  const bits = Uint16Array.of(0x3c00, 0xc000, 0x0000, 0x3555, 0x0001, 0x03ff, 0x7bff, 0x7c00, 0xfc00);
  expect([...widenHalves(bits)]).toEqual([1, -2, 0, 0.333251953125, 2 ** -24, (1023 / 1024) * 2 ** -14, 65504, Infinity, -Infinity]);
  expect(widenHalves(Uint16Array.of(0x7e00))[0]).toBeNaN();
});

it("reads a part of a buffer", () => {
  expect([...widenHalves(Uint16Array.of(0, 0x3c00, 0).subarray(1, 2))]).toEqual([1]);
});
