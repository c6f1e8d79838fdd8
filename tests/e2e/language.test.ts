import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { usePages } from "./open-page";
import { results } from "./results";
import { soon } from "./soon";
import { words } from "./words";

const open = usePages();
const other = { ja: "en", en: "ja" } as const;

const lang = (page: Page) => page.locator("html").getAttribute("lang");

describe.each(["ja", "en"] as const)("For a browser that asks for %s", (language) => {
  const [t, otherT] = [words(language), words(other[language])];

  it("the pages speak that language", async () => {
    const page = await open("/", { language });
    await page.getByRole("heading", { level: 1, name: t("start.heading") }).waitFor();
    expect(await lang(page)).toBe(language);
    expect(await page.title()).toBe(t("site.title"));
  });

  it("one click changes the language, on the page as it is, and it is remembered", async () => {
    const page = await open("/?q=snow&view=captions", { language });
    await page.getByRole("button", { name: t("header.otherLanguage") }).click();
    await page.getByRole("button", { name: otherT("search.submit"), exact: true }).waitFor();
    await soon(() => lang(page)).toBe(other[language]);
    await soon(() => page.title()).toBe(otherT("results.title", { query: "snow" }));
    expect(new URL(page.url()).search).toBe("?q=snow&view=captions");
    expect(await results(page).count()).toBe(24);
    await page.reload();
    await page.getByRole("button", { name: otherT("search.submit"), exact: true }).waitFor();
    expect(await lang(page)).toBe(other[language]);
    await page.goto("/images/sample/1");
    await page.getByRole("heading", { name: otherT("image.nearest") }).waitFor();
  });
});
