import { describe, expect, it } from "vitest";
import { usePages } from "./open-page";
import { asked, imageLink, results } from "./results";
import { soon } from "./soon";
import { words } from "./words";

const open = usePages();
const t = words("en");

describe("Showing more results", () => {
  it("adds the next ones below those there are", async () => {
    const page = await open("/?q=dog");
    const before = await results(page).allTextContents();
    expect(before).toHaveLength(24);
    await page.getByRole("link", { name: t("results.loadMore", { count: 24 }) }).click();
    await soon(() => results(page).count()).toBe(48);
    expect((await results(page).allTextContents()).slice(0, 24)).toEqual(before);
    expect(asked(page)).toEqual({ q: "dog", n: "48" });
  });

  it("ends when all are shown", async () => {
    const page = await open("/?q=dog&n=240");
    const all = await results(page).count();
    await page.getByText(t("results.shownOf", { shown: all, total: all })).waitFor();
    expect(await page.getByRole("link", { name: /^Show \d+ more$/ }).count()).toBe(0);
  });

  it("returns from an image to as many results and to the same place", async () => {
    const page = await open("/?q=dog");
    await page.getByRole("link", { name: t("results.loadMore", { count: 24 }) }).click();
    await soon(() => results(page).count()).toBe(48);
    const far = imageLink(results(page).nth(40));
    await far.scrollIntoViewIfNeeded();
    const place = await page.evaluate(() => scrollY);
    expect(place).toBeGreaterThan(1000);
    await far.click();
    await page.getByRole("heading", { level: 1, name: /^Image \d+$/ }).waitFor();
    await page.goBack();
    await soon(() => results(page).count()).toBe(48);
    await soon(() => page.evaluate((before) => Math.abs(scrollY - before), place)).toBeLessThan(50);
  });
});
