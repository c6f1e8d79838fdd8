import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { usePages } from "./open-page";
import { asked, imageLink, results } from "./results";
import { soon } from "./soon";
import { words } from "./words";

const open = usePages();
const t = words("en");

const panel = (page: Page) => page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: new RegExp(`^${t("explanation.heading").replace("?", "\\?")}`) }) });
const rows = (page: Page) => panel(page).getByRole("table").getByRole("row");

describe("“Why?”", () => {
  it("tells under a hit which words meet and what each adds, and closes again", async () => {
    const page = await open("/?q=dog on the beach&lang=ja&view=captions");
    const text = (await imageLink(results(page).first()).textContent()) ?? "";
    await page.getByRole("link", { name: t("explanation.whyThis", { text }), exact: true }).click();
    await panel(page).waitFor();
    expect(await rows(page).count()).toBe(3);
    expect(await rows(page).nth(1).textContent()).toMatch(/^dog犬 \d+%\+0\.\d\d$/);
    expect(Object.keys(asked(page)).sort()).toEqual(["lang", "q", "view", "why"]);
    await page.getByRole("link", { name: t("explanation.closeThis", { text }), exact: true }).click();
    await panel(page).waitFor({ state: "detached" });
    await soon(() => asked(page)).toEqual({ q: "dog on the beach", lang: "ja", view: "captions" });
  });

  it("stands in the link, and goes with another query", async () => {
    const page = await open("/?q=海で遊ぶ犬&why=10&view=captions");
    expect(await panel(page).getByRole("link", { name: t("explanation.compareAll") }).getAttribute("href")).toMatch(/^\/compare\?images=sample%3A\d+&text=/);
    await page.getByRole("searchbox").fill("cat");
    await page.getByRole("searchbox").press("Enter");
    await soon(() => asked(page)).toEqual({ q: "cat", view: "captions" });
  });

  it("works without JavaScript, and on a phone", async () => {
    const page = await open("/?q=dog&lang=ja&view=captions", { javaScriptEnabled: false, viewport: { width: 375, height: 700 } });
    await results(page).first().getByRole("link", { name: /^Why\?/ }).click();
    await panel(page).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  });
});
