import { describe, expect, it } from "vitest";
import { usePages } from "./open-page";
import { asked, results } from "./results";
import { soon } from "./soon";
import { words } from "./words";

const open = usePages();
const t = words("en");

describe("Searching", () => {
  it("starts at once: the box has the focus, and what is typed is what is searched", async () => {
    const page = await open("/");
    await soon(() => page.getByRole("searchbox").evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.type("a dog by the sea");
    await page.keyboard.press("Enter");
    await soon(() => asked(page)).toEqual({ q: "a dog by the sea" });
    await results(page).first().waitFor();
  });

  it.each(["海で遊ぶ犬", "a dog playing by the sea"])("finds captions of both languages for “%s”", async (query) => {
    const page = await open("/");
    await page.getByRole("searchbox", { name: t("search.label") }).fill(query);
    await page.getByRole("button", { name: t("search.submit"), exact: true }).click();
    const first = results(page).first();
    await first.getByText(t("results.moreCaptions", { count: 9 })).click();
    await soon(() => first.locator("p:lang(ja):visible, a:lang(ja):visible").count()).toBe(5);
    await soon(() => first.locator("p:lang(en):visible, a[lang=en]:visible").count()).toBeGreaterThanOrEqual(5);
    expect(await first.textContent()).toMatch(/犬/);
    expect(await first.textContent()).toMatch(/dog/i);
    expect(asked(page)).toEqual({ q: query });
  });

  it("names the query in the title and keeps it in the box, also after a reload", async () => {
    const page = await open("/");
    await soon(() => page.title()).toBe(t("site.title"));
    await page.getByRole("searchbox").fill("  夜の街 ");
    await page.getByRole("searchbox").press("Enter");
    await soon(() => page.title()).toBe(t("results.title", { query: "夜の街" }));
    await page.reload();
    await soon(() => page.getByRole("searchbox").inputValue()).toBe("夜の街");
    await soon(() => page.title()).toBe(t("results.title", { query: "夜の街" }));
  });

  it("tells screen readers how much was found", async () => {
    const page = await open("/?q=snow");
    await soon(() => page.getByRole("status").filter({ hasText: /^\d+ images found$/ }).count()).toBe(1);
    await page.getByRole("heading", { level: 1, name: t("results.headingQuery", { query: "snow" }) }).waitFor();
  });

  it("searches for an example with one click", async () => {
    const page = await open("/");
    const example = page.getByRole("list").filter({ hasNot: page.getByRole("list") }).getByRole("link").filter({ visible: true }).first();
    const query = (await example.textContent()) ?? "";
    await example.click();
    await soon(() => asked(page)).toEqual({ q: query });
    await results(page).first().waitFor();
    await soon(() => page.getByRole("searchbox").inputValue()).toBe(query);
  });

  it("searches for nothing where nothing was typed", async () => {
    const page = await open("/");
    await page.getByRole("searchbox").fill("   ");
    await page.getByRole("searchbox").press("Enter");
    await page.getByRole("searchbox").fill("rain");
    await page.getByRole("searchbox").press("Enter");
    await soon(() => asked(page)).toEqual({ q: "rain" });
    await page.goBack();
    await soon(() => asked(page)).toEqual({});
  });
});
