import { describe, expect, it } from "vitest";
import { formatBytes, formatDuration, formatRate, formatShare } from "./format-quantity";

describe("formatBytes", () => {
  it.each([
    [0, "0 B"],
    [999, "999 B"],
    [1000, "1 kB"],
    [165_432_000, "165 MB"],
    [999_600_000, "1 GB"],
    [1_234_000_000, "1.23 GB"],
    [5e15, "5,000 TB"],
  ])("writes %d as %s", (bytes, text) => {
    expect(formatBytes(bytes, "en")).toBe(text);
  });
});

describe("formatDuration", () => {
  it.each([
    [0, "0 sec", "0 秒"],
    [0.42, "0.4 sec", "0.4 秒"],
    [9.96, "10 sec", "10 秒"],
    [59.6, "1 min", "1 分"],
    [200, "3 min 20 sec", "3 分 20 秒"],
    [7500, "2 hr 5 min", "2 時間 5 分"],
    [86_400, "1 day", "1 日"],
    [356_400, "4 days 3 hr", "4 日 3 時間"],
  ])("says %d seconds as people do", (seconds, english, japanese) => {
    expect([formatDuration(seconds, "en"), formatDuration(seconds, "ja")]).toEqual([english, japanese]);
  });
});

describe("formatRate", () => {
  it.each([[0.25, "0.3"], [9.4, "9.4"], [1234.5, "1,235"]])("gives %d a digit after the point only where it is small", (rate, text) => {
    expect(formatRate(rate, "en")).toBe(text);
  });
});

describe("formatShare", () => {
  it("says 100 % only at the end", () => {
    expect([0, 0.5, 0.999, 1].map((share) => formatShare(share, "en"))).toEqual(["0%", "50%", "99%", "100%"]);
  });
});
