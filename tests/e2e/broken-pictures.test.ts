import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { usePages } from "./open-page";
import { imageLink, results } from "./results";
import { soon } from "./soon";

const open = usePages();

const withoutPictures = { prepare: (page: Page) => page.route(/\/sample\/[^/]+\.svg$/, (route) => route.abort()) };

/** Scrolls through the page, so that also pictures far down are asked for. */
async function lookAtAll(page: Page) {
  const pictures = page.locator("main img");
  for (let left = await pictures.count(); left > 0; left = await pictures.count()) {
    await pictures.first().evaluate((element) => element.scrollIntoView({ block: "center" }));
    await soon(() => pictures.count()).toBeLessThan(left);
  }
}

describe("Where pictures cannot be loaded", () => {
  it.each(["images", "captions"])("results shown as %s have a placeholder with the image's id each", async (view) => {
    const page = await open(`/?q=dog&view=${view}`, withoutPictures);
    await lookAtAll(page);
    const all = await results(page).all();
    expect(all).toHaveLength(24);
    for (const result of all) {
      const id = (await imageLink(result).getAttribute("href"))?.split("/").at(-1) ?? "";
      expect(await result.getByText(id, { exact: true }).isVisible()).toBe(true);
    }
  });

  it.each(["/", "/images/sample/1"])("%s shows no broken picture", async (path) => {
    const page = await open(path, withoutPictures);
    await lookAtAll(page);
    expect(await page.locator("main img").count()).toBe(0);
  });

  it("a picture that arrives is shown", async () => {
    const page = await open("/?q=dog");
    const pictures = results(page).locator("img");
    expect(await pictures.count()).toBe(24);
    await soon(() => pictures.first().evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  });
});
