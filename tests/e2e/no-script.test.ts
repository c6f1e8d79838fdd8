import { describe, expect, it } from "vitest";
import { usePages } from "./open-page";
import { asked, results } from "./results";
import { words } from "./words";

const open = usePages();
const t = words("en");

describe("Without JavaScript", () => {
  it("the form searches, and its results can be opened", async () => {
    const page = await open("/", { javaScriptEnabled: false });
    await page.getByRole("searchbox").fill("snow");
    await page.getByRole("button", { name: t("search.submit"), exact: true }).click();
    expect(asked(page)).toEqual({ q: "snow" });
    await results(page).first().waitFor();
    await results(page).first().getByRole("link").first().click();
    await page.getByRole("heading", { level: 1, name: /^Image \d+$/ }).waitFor();
  });
});
