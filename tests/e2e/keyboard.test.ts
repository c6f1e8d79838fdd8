import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { usePages } from "./open-page";
import { imageLink, results } from "./results";
import { soon } from "./soon";
import { words } from "./words";

const open = usePages();
const t = words("en");

const hasFocus = (element: Locator) => soon(() => element.evaluate((node) => node === document.activeElement)).toBe(true);
const link = (page: Page, position: number) => imageLink(results(page).nth(position));

/** Results beside each other in the first row. */
async function columns(page: Page): Promise<number> {
  const tops = await results(page).evaluateAll((cards) => cards.map((card) => Math.round(card.getBoundingClientRect().top)));
  return tops.filter((top) => top === tops[0]).length;
}

describe("With the keyboard alone", () => {
  it("“/” leads to the search box and selects what is in it", async () => {
    const page = await open("/?q=snow");
    await page.keyboard.press("/");
    await hasFocus(page.getByRole("searchbox"));
    await page.keyboard.type("a/b");
    expect(await page.getByRole("searchbox").inputValue()).toBe("a/b");
  });

  it("arrow keys walk from the box through the grid, and Enter opens the image", async () => {
    const page = await open("/?q=snow");
    const across = await columns(page);
    expect(across).toBeGreaterThan(1);
    await page.getByRole("searchbox").focus();
    await page.keyboard.press("ArrowDown");
    await hasFocus(link(page, 0));
    await page.keyboard.press("ArrowRight");
    await hasFocus(link(page, 1));
    await page.keyboard.press("ArrowDown");
    await hasFocus(link(page, across + 1));
    await page.keyboard.press("ArrowLeft");
    await hasFocus(link(page, across));
    await page.keyboard.press("ArrowUp");
    await hasFocus(link(page, 0));
    await page.keyboard.press("ArrowUp");
    await hasFocus(page.getByRole("searchbox"));
    await page.keyboard.press("ArrowDown");
    const address = await link(page, 0).getAttribute("href");
    await page.keyboard.press("Enter");
    await soon(() => new URL(page.url()).pathname).toBe(address);
  });

  it("a result walked to is wholly in view, not under the header", async () => {
    const page = await open("/?q=snow", { viewport: { width: 1280, height: 700 } });
    await page.getByRole("searchbox").focus();
    await page.keyboard.press("ArrowDown");
    for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowDown");
    for (let i = 0; i < 2; i++) await page.keyboard.press("ArrowUp");
    await soon(() => page.evaluate(() => {
      const card = document.activeElement?.closest("li")?.getBoundingClientRect();
      const header = document.querySelector("header")?.getBoundingClientRect();
      return card && header ? card.top >= header.bottom - 1 && card.top < innerHeight : null;
    })).toBe(true);
  });

  it("the first Tab offers to skip to the content", async () => {
    const page = await open("/images/sample/1");
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: t("site.skip") });
    await hasFocus(skip);
    expect((await skip.boundingBox())?.height).toBeGreaterThan(20);
    await page.keyboard.press("Enter");
    await hasFocus(page.getByRole("main"));
  });

  it.each(["/", "/?q=snow", "/images/sample/1"])("every stop of Tab on %s is seen to have the focus", async (path) => {
    const page = await open(path);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const unseen: string[] = [];
    for (let i = 0; i < 20; i++) {
      await page.keyboard.press("Tab");
      const name = await page.evaluate(() => {
        const marked = (element: Element) => {
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
          return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || /\b[1-9]\d*px/.test(boxShadow);
        };
        const at = document.activeElement;
        const frame = at?.closest("form") ?? at?.closest("label");
        if (!at || at === document.body) return null;
        return marked(at) || (frame && marked(frame)) ? null : at.outerHTML.slice(0, 120);
      });
      if (name) unseen.push(name);
    }
    expect(unseen).toEqual([]);
  });
});
