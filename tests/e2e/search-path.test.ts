import { describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import { usePages } from "./open-page";
import { soon } from "./soon";
import { words } from "./words";

const open = usePages();
const t = words("en");
const asked = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);
const stepHeading = (page: Page, step: number) => page.getByRole("heading", { name: new RegExp(`^Step ${step} of`) });

describe("The page of the search path", () => {
  it("goes on and back by link and by arrow key, and the link restores the step", async () => {
    const page = await open("/encoder/search?q=dog");
    await page.getByRole("link", { name: t("encoder.search.steps.next"), exact: true }).click();
    await stepHeading(page, 2).waitFor();
    await page.keyboard.press("ArrowRight");
    await stepHeading(page, 3).waitFor();
    await page.keyboard.press("ArrowLeft");
    await stepHeading(page, 2).waitFor();
    expect(asked(page)).toMatchObject({ q: "dog", step: "2" });
    const again = await open(`/encoder/search${new URL(page.url()).search}`);
    await stepHeading(again, 2).waitFor();
  });

  it("leaves the arrow keys to who is typing", async () => {
    const page = await open("/encoder/search?q=dog&step=2");
    await page.getByLabel(t("encoder.search.form.query")).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowLeft");
    expect(asked(page).step).toBe("2");
  });

  it("plays to the end and stops there", async () => {
    const page = await open("/encoder/search?q=dog&step=9999");
    const last = Number(/\d+/.exec((await page.getByRole("heading", { name: /^Step/ }).textContent()) ?? "")?.[0]);
    await page.goto(`/encoder/search?q=dog&step=${last - 1}`);
    await page.getByRole("button", { name: t("encoder.search.steps.play") }).click();
    await stepHeading(page, last).waitFor();
    await soon(() => page.getByRole("button", { name: t("encoder.search.steps.pause") }).count()).toBe(0);
  });

  it("leads to where a layer begins, and counts what has been seen there", async () => {
    const page = await open("/encoder/search?q=dog&m=4");
    const layers = page.getByRole("list", { name: t("encoder.search.layers.heading") }).getByRole("link");
    await layers.last().click();
    await soon(() => layers.last().getAttribute("aria-current")).toBe("step");
    await page.getByRole("img", { name: /^Layer 0 after step \d+: \d+ of 300 captions seen$/ }).first().waitFor();
  });

  it("works without JavaScript: parameters, steps and layers", async () => {
    const page = await open("/encoder/search", { javaScriptEnabled: false });
    await page.getByLabel(t("encoder.search.form.m")).fill("8");
    await page.getByRole("button", { name: t("encoder.search.form.submit"), exact: true }).click();
    expect(asked(page)).toMatchObject({ m: "8", sample: "300", ef: "10" });
    await page.getByRole("link", { name: t("encoder.search.steps.last"), exact: true }).click();
    await page.getByRole("heading", { name: /^Step (\d+) of \1$/ }).waitFor();
    await page.getByRole("link", { name: t("encoder.search.curve.take", { ef: 40 }) }).click();
    expect(asked(page)).toMatchObject({ m: "8", ef: "40" });
  });
});
