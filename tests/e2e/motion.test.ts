import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { usePages } from "./open-page";

const open = usePages();

/** The longest animation or transition of anything on the page, in seconds. */
const longestMotion = (page: Page) =>
  page.evaluate(() => {
    const seconds = (durations: string) => Math.max(...durations.split(",").map((duration) => parseFloat(duration) * (duration.trim().endsWith("ms") ? 0.001 : 1)));
    return Math.max(
      ...[...document.querySelectorAll("*")].flatMap((element) =>
        ["", "::before", "::after"].map((part) => {
          const { animationName, animationDuration, transitionDuration } = getComputedStyle(element, part);
          return Math.max(animationName === "none" ? 0 : seconds(animationDuration), seconds(transitionDuration));
        }),
      ),
    );
  });

describe("Motion", () => {
  it("is there for those who like it", async () => {
    expect(await longestMotion(await open("/?q=dog", { reducedMotion: "no-preference" }))).toBeGreaterThan(0.01);
  });

  it.each(["/", "/?q=dog", "/images/sample/1", "/map?q=dog"])("is not on %s for those who asked for less", async (path) => {
    expect(await longestMotion(await open(path, { reducedMotion: "reduce" }))).toBeLessThanOrEqual(0.01);
  });
});
