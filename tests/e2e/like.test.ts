import { describe, expect, it } from "vitest";
import { usePages } from "./open-page";
import { asked, imageLink, results } from "./results";
import { soon } from "./soon";
import { words } from "./words";

const open = usePages();
const t = words("en");

describe("“More like this”", () => {
  it("shows captions near to one of the results, names it, and ends when told to", async () => {
    const page = await open("/?q=a%20cat%20sleeping&lang=en");
    const text = (await imageLink(results(page).first()).textContent()) ?? "";
    await page.getByRole("link", { name: t("results.likeThis", { text }), exact: true }).first().click();
    await soon(() => Object.keys(asked(page)).sort()).toEqual(["lang", "like"]);
    await page.getByText(t("results.likeChip"), { exact: true }).first().waitFor();
    expect(await page.getByRole("main").getByRole("link", { name: text, exact: true }).first().isVisible()).toBe(true);
    await soon(() => page.title()).toBe(t("results.likeTitle", { text }));
    expect(await imageLink(results(page).first()).textContent()).not.toBe(text);
    expect(await page.getByRole("searchbox").inputValue()).toBe("");
    await page.getByRole("link", { name: t("results.endLike") }).click();
    await soon(() => asked(page)).not.toHaveProperty("like");
    await page.getByRole("searchbox").waitFor();
  });

  it("starts from a caption of an image's page", async () => {
    const page = await open("/images/sample/1");
    await page.getByRole("link", { name: /^More like this: / }).first().click();
    await soon(() => Object.keys(asked(page))).toEqual(["like"]);
    await results(page).first().waitFor();
  });

  it("ends when something else is typed", async () => {
    const page = await open("/?like=1");
    await page.getByRole("searchbox").fill("snow");
    await page.getByRole("searchbox").press("Enter");
    await soon(() => asked(page)).toEqual({ q: "snow" });
  });
});
