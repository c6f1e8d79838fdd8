import { describe, expect, it } from "vitest";
import { usePages } from "./open-page";
import { asked, imageLink, results } from "./results";
import { soon } from "./soon";
import { words } from "./words";

const open = usePages();
const t = words("en");

describe("“More” and “less”", () => {
  it("turn a search towards and away from captions, name them, and end when told to", async () => {
    const page = await open("/?q=a%20cat%20sleeping&lang=en");
    const first = (await imageLink(results(page).first()).textContent()) ?? "";
    await page.getByRole("link", { name: t("refine.moreLikeThis", { text: first }), exact: true }).first().click();
    await soon(() => Object.keys(asked(page)).sort()).toEqual(["lang", "like", "q"]);
    const chips = page.getByRole("list", { name: t("refine.heading") });
    await chips.getByRole("link", { name: first, exact: true }).waitFor();
    const second = (await imageLink(results(page).first()).textContent()) ?? "";
    expect(second).not.toBe(first);
    await page.getByRole("link", { name: t("refine.lessLikeThis", { text: second }), exact: true }).first().click();
    await soon(() => chips.getByRole("listitem").count()).toBe(2);
    await soon(() => imageLink(results(page).first()).textContent()).not.toBe(second);
    await page.getByRole("link", { name: t("refine.endMore", { text: first }) }).click();
    await soon(() => asked(page)).not.toHaveProperty("like");
    await page.getByRole("link", { name: t("refine.endLess", { text: second }) }).click();
    await soon(() => asked(page)).toEqual({ q: "a cat sleeping", lang: "en" });
  });

  it("start from a caption of an image's page, and end on the start page", async () => {
    const page = await open("/images/sample/1");
    await page.getByRole("link", { name: /^More like this: / }).first().click();
    await soon(() => Object.keys(asked(page))).toEqual(["like"]);
    await results(page).first().waitFor();
    const text = (await page.getByRole("list", { name: t("refine.heading") }).getByRole("link").first().textContent()) ?? "";
    await soon(() => page.title()).toBe(t("results.likeTitle", { text }));
    await page.getByRole("link", { name: t("refine.endMore", { text }) }).click();
    await soon(() => new URL(page.url()).pathname + new URL(page.url()).search).toBe("/");
  });

  it("end when something else is typed", async () => {
    const page = await open("/?like=1&minus=dogs");
    await page.getByRole("searchbox").fill("snow");
    await page.getByRole("searchbox").press("Enter");
    await soon(() => asked(page)).toEqual({ q: "snow" });
  });
});

describe("A sentence", () => {
  it("is added to the query or subtracted from it", async () => {
    const page = await open("/?q=a%20dog&lang=en");
    const before = await imageLink(results(page).first()).textContent();
    await page.getByText(t("refine.sentence"), { exact: true }).click();
    await page.getByRole("textbox", { name: t("refine.sentence") }).fill("snow");
    await page.getByRole("button", { name: t("refine.add") }).click();
    await page.getByRole("list", { name: t("refine.heading") }).getByText("snow", { exact: true }).waitFor();
    await soon(() => imageLink(results(page).first()).textContent()).not.toBe(before);
    await page.getByRole("link", { name: t("refine.endMore", { text: "snow" }) }).click();
    await soon(() => asked(page)).toEqual({ q: "a dog", lang: "en" });
  });
});
