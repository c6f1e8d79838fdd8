import { describe, expect, it } from "vitest";
import { usePages } from "./open-page";
import { asked, results } from "./results";
import { soon } from "./soon";
import { words } from "./words";

const open = usePages();
const t = words("en");

describe("A search that leaves nothing", () => {
  it("says that no caption reaches the minimum, and shows the nearest with one click", async () => {
    const page = await open("/?q=quantum%20chromodynamics&min=0.99");
    await page.getByRole("heading", { name: t("empty.heading") }).waitFor();
    await page.getByText(/No caption reaches a similarity of 0\.99\. The nearest has 0\.\d\d\./).waitFor();
    await page.getByRole("main").getByRole("link", { name: /^Show from 0\.\d\d$/ }).click();
    await results(page).first().waitFor();
    expect(Number(asked(page).min)).toBeLessThan(0.99);
  });

  it("offers to drop the minimum altogether", async () => {
    const page = await open("/?q=dog&min=1");
    await page.getByRole("main").getByRole("link", { name: t("empty.dropMinScore") }).click();
    await soon(() => asked(page)).toEqual({ q: "dog" });
    await results(page).first().waitFor();
  });

  it("offers to drop a language that has no captions", async () => {
    const page = await open("/?q=dog&lang=ko");
    await page.getByText(t("empty.withFilters")).waitFor();
    await page.getByRole("main").getByRole("link", { name: t("empty.dropAll") }).click();
    await soon(() => asked(page)).toEqual({ q: "dog" });
    await results(page).first().waitFor();
  });
});
