import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { isReady, usePages } from "./open-page";
import { asked, imageLink, results } from "./results";
import { soon } from "./soon";
import { words } from "./words";

const open = usePages();
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Buttons and other controls that a finger would miss: under 24 px wide or high. */
const tooSmall = (page: Page) =>
  page.locator("button, select, summary, input:not([type=hidden]), nav a").filter({ visible: true }).evaluateAll((controls) =>
    controls
      .map((control) => ({ control, box: (control.matches("[type=radio], [type=range]") ? (control.closest("label") ?? control) : control).getBoundingClientRect() }))
      .filter(({ box }) => Math.min(box.width, box.height) < 24)
      .map(({ control }) => control.outerHTML.slice(0, 120)),
  );

describe.each(["en", "ja"] as const)("On a phone, in %s", (language) => {
  it("no page scrolls sideways, and all controls suit a finger", async () => {
    const page = await open("/", { ...phone, language });
    for (const path of ["/", "/?q=dog", "/?q=dog&view=captions", "/?like=1", "/?q=dog&min=0.99", "/images/sample/1", "/map", "/map?caption=1&q=dog", "/map?images=sample:1,sample:41", "/compare?images=sample:1,sample:41", "/compare/search?q=dog", "/encoder", "/encoder/search", "/evaluation", "/evaluation?list=gap", "/evaluation?list=caption", "/evaluation?list=alike", "/nowhere"]) {
      await page.goto(path);
      await isReady(page);
      expect(await page.evaluate(() => [document.scrollingElement?.scrollWidth, innerWidth]), path).toEqual([390, 390]);
      expect(await tooSmall(page), path).toEqual([]);
    }
  });
});

describe("By touch", () => {
  it("a person searches, opens an image and looks at a pair of captions", async () => {
    const t = words("ja");
    const page = await open("/", { ...phone, language: "ja" });
    await page.getByRole("searchbox").fill("雪");
    await page.getByRole("button", { name: t("search.submit"), exact: true }).tap();
    await soon(() => asked(page)).toEqual({ q: "雪" });
    await imageLink(results(page).first()).tap();
    const region = page.getByRole("region", { name: t("image.agreement") });
    await region.getByRole("gridcell").nth(3).tap();
    await soon(() => region.getByRole("listitem").count()).toBe(2);
  });
});
