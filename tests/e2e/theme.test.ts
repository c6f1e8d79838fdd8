import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { isReady, usePages } from "./open-page";
import { soon } from "./soon";
import { words } from "./words";

const open = usePages();
const t = words("en");

const DARK = "rgb(24, 21, 18)";
const LIGHT = "rgb(248, 244, 236)";
const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const choice = (page: Page, theme: "light" | "dark" | "system") => page.getByRole("radio", { name: t(`header.${theme}`) });

/** Notes when the theme was set on the page. */
const watchTheme = (page: Page) =>
  page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.documentElement?.dataset.theme) return;
      performance.mark("theme");
      observer.disconnect();
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-theme"] });
  });

describe("The theme", () => {
  it.each([["dark", DARK], ["light", LIGHT]] as const)("is %s where the system is", async (colorScheme, colour) => {
    const page = await open("/", { colorScheme });
    expect(await ground(page)).toBe(colour);
    expect(await choice(page, "system").isChecked()).toBe(true);
  });

  it("follows the system while the page is open", async () => {
    const page = await open("/", { colorScheme: "light" });
    await page.emulateMedia({ colorScheme: "dark" });
    await soon(() => ground(page)).toBe(DARK);
  });

  it("is what the person chose, remembered, and there before anything is painted", async () => {
    const page = await open("/", { colorScheme: "light", prepare: watchTheme });
    await page.getByTitle(t("header.dark"), { exact: true }).click();
    await soon(() => ground(page)).toBe(DARK);
    await page.reload();
    await isReady(page);
    expect(await ground(page)).toBe(DARK);
    expect(await choice(page, "dark").isChecked()).toBe(true);
    await soon(() => page.evaluate(() => performance.getEntriesByName("first-paint").length)).toBe(1);
    const [set, painted] = await page.evaluate(() => ["theme", "first-paint"].map((name) => performance.getEntriesByName(name)[0]?.startTime ?? null));
    expect(set).not.toBeNull();
    expect(set).toBeLessThan(painted ?? 0);
  });

  it("can be chosen with the arrow keys", async () => {
    const page = await open("/", { colorScheme: "light" });
    await choice(page, "system").focus();
    await page.keyboard.press("ArrowLeft");
    await soon(() => choice(page, "dark").isChecked()).toBe(true);
    expect(await ground(page)).toBe(DARK);
  });
});
