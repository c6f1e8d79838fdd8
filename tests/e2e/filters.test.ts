import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { isReady, usePages } from "./open-page";
import { asked, results } from "./results";
import { soon } from "./soon";
import { words } from "./words";

const open = usePages();
const t = words("en");

const filters = (page: Page) => page.getByRole("group", { name: t("filters.label") });
const view = (page: Page, label: "byImage" | "byCaption") => filters(page).getByRole("link", { name: t(`filters.${label}`), exact: true });
const language = (page: Page) => filters(page).getByRole("combobox", { name: t("filters.language") });
const minimum = (page: Page) => filters(page).getByRole("slider", { name: t("filters.minScore") });
const languagesShown = (page: Page) => results(page).locator("a[lang]").evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("lang")))].sort());

describe("Narrowing down the results", () => {
  it("shows captions one by one instead of by image, and back", async () => {
    const page = await open("/?q=snow");
    await view(page, "byCaption").click();
    await soon(() => asked(page)).toEqual({ q: "snow", view: "captions" });
    await soon(() => view(page, "byCaption").getAttribute("aria-current")).toBe("true");
    await soon(() => page.getByRole("status").filter({ hasText: /captions found/ }).count()).toBe(1);
    await view(page, "byImage").click();
    await soon(() => asked(page)).toEqual({ q: "snow" });
    await soon(() => page.getByRole("status").filter({ hasText: /images found/ }).count()).toBe(1);
  });

  it.each([["Japanese", "ja"], ["English", "en"]])("shows captions in %s only", async (name, tag) => {
    const page = await open("/?q=snow&view=captions");
    expect(await languagesShown(page)).toEqual(["en", "ja"]);
    await language(page).selectOption({ label: name });
    await soon(() => asked(page)).toEqual({ q: "snow", view: "captions", lang: tag });
    await soon(() => languagesShown(page)).toEqual([tag]);
  });

  it("leaves out what is less similar than the minimum", async () => {
    const page = await open("/?q=snow&view=captions");
    await minimum(page).fill("0.5");
    await soon(() => asked(page)).toEqual({ q: "snow", view: "captions", min: "0.5" });
    const scores = () => results(page).evaluateAll((rows) => rows.map((row) => Number(/Similarity (-?[\d.]+)/.exec(row.textContent ?? "")?.[1])));
    await soon(async () => Math.min(...(await scores()))).toBeGreaterThanOrEqual(0.5);
    expect((await scores()).length).toBeGreaterThan(0);
  });

  it("keeps the filters for the next query", async () => {
    const page = await open("/?q=snow&view=captions&lang=ja&min=0.2");
    await page.getByRole("searchbox").fill("cat");
    await page.getByRole("searchbox").press("Enter");
    await soon(() => asked(page)).toEqual({ q: "cat", view: "captions", lang: "ja", min: "0.2" });
  });

  it("shows the same after a reload", async () => {
    const page = await open("/?q=snow&view=captions&lang=ja&min=0.2");
    const shown = await results(page).allTextContents();
    await page.reload();
    await isReady(page);
    expect(await results(page).allTextContents()).toEqual(shown);
    expect(await view(page, "byCaption").getAttribute("aria-current")).toBe("true");
    expect(await language(page).locator("option:checked").textContent()).toBe("Japanese");
    expect(await minimum(page).inputValue()).toBe("0.2");
  });

  it("leads through the states with Back and Forward", async () => {
    const page = await open("/?q=snow");
    await view(page, "byCaption").click();
    await soon(() => asked(page)).toEqual({ q: "snow", view: "captions" });
    await language(page).selectOption({ label: "English" });
    await soon(() => languagesShown(page)).toEqual(["en"]);
    await page.goBack();
    await soon(() => languagesShown(page)).toEqual(["en", "ja"]);
    expect(await language(page).locator("option:checked").textContent()).toBe(t("filters.anyLanguage"));
    await page.goBack();
    await soon(() => view(page, "byImage").getAttribute("aria-current")).toBe("true");
    await page.goForward();
    await page.goForward();
    await soon(() => asked(page)).toEqual({ q: "snow", view: "captions", lang: "en" });
    await soon(() => languagesShown(page)).toEqual(["en"]);
  });
});
