import { describe, expect, it } from "vitest";
import { formatChange, formatFigure, isApart } from "./format-figures";

describe("figures", () => {
  it("are written by their kind, in the digits of the language", () => {
    expect([formatFigure(0.61434, "share", "ja"), formatFigure(0.5, "number", "en"), formatFigure(3, "rank", "en"), formatFigure(1234.5, "rank", "en")]).toEqual(["61.4%", "0.500", "3", "1,234.5"]);
  });

  it("change with a sign, and not at all where no digit shows it", () => {
    expect([formatChange(0.021, "share", "en"), formatChange(-0.021, "share", "en"), formatChange(0.0001, "share", "en"), formatChange(-2, "rank", "en")]).toEqual(["+2.1 pt", "−2.1 pt", "±0.0 pt", "−2"]);
  });

  it("are apart where their intervals do not meet", () => {
    const figure = (low: number, high: number) => ({ value: (low + high) / 2, low, high });
    expect(isApart(figure(0.1, 0.2), figure(0.21, 0.3))).toBe(true);
    expect(isApart(figure(0.21, 0.3), figure(0.1, 0.2))).toBe(true);
    expect(isApart(figure(0.1, 0.2), figure(0.2, 0.3))).toBe(false);
  });
});
