import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import type { ImagePage } from "@/lib/features/image-captions/image-page-types";
import { usePages } from "./open-page";
import { soon } from "./soon";
import { words } from "./words";

const open = usePages();
const t = words("en");
const read = async () => (await (await fetch(`${inject("baseUrl")}/api/v1/images/sample/1`)).json()) as ImagePage;

const cell = (page: Page, row: number, column: number) =>
  page.getByRole("grid", { name: t("image.map") }).getByRole("row").filter({ has: page.getByRole("gridcell") }).nth(row).getByRole("gridcell").nth(column);

/** Waits until the two captions of a cell and their similarity can be read beside the map. */
async function tellsOf(page: Page, { captions, similarities }: ImagePage, row: number, column: number) {
  const region = page.getByRole("region", { name: t("image.agreement") });
  await soon(() => region.getByRole("listitem").locator("[lang]").allTextContents()).toEqual([captions[row]?.text, captions[column]?.text]);
  expect(await region.textContent()).toContain(`${t("results.similarity")}${similarities[row]?.[column]?.toFixed(2).replace("-", "\u2212")}`);
}

describe("The map of similarities", () => {
  it("begins with the most alike pair", async () => {
    const image = await read();
    const pairs = image.similarities.flatMap((values, row) => values.flatMap((value, column) => (column > row && value !== null ? [{ row, column, value }] : [])));
    const best = pairs.reduce((most, pair) => (pair.value > most.value ? pair : most));
    await tellsOf(await open("/images/sample/1"), image, best.row, best.column);
  });

  it("shows two captions and their similarity to whoever points at a cell", async () => {
    const image = await read();
    const page = await open("/images/sample/1");
    await page.getByText(t("image.mapHint")).waitFor();
    await cell(page, 2, 7).hover();
    await tellsOf(page, image, 2, 7);
    await cell(page, 8, 1).hover();
    await tellsOf(page, image, 8, 1);
  });

  it("is one stop of Tab, and arrow keys walk through it", async () => {
    const image = await read();
    const page = await open("/images/sample/1");
    expect(await page.getByRole("gridcell").evaluateAll((cells) => cells.filter((one) => one.tabIndex === 0).length)).toBe(1);
    await cell(page, 0, 1).focus();
    await tellsOf(page, image, 0, 1);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await tellsOf(page, image, 1, 2);
    await page.keyboard.press("End");
    await tellsOf(page, image, 1, 9);
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("ArrowUp");
    await soon(() => cell(page, 0, 0).evaluate((node) => node === document.activeElement)).toBe(true);
  });

  it("names each cell by its number and each row and column by its caption", async () => {
    const { captions, similarities } = await read();
    const page = await open("/images/sample/1");
    const grid = page.getByRole("grid", { name: t("image.map") });
    expect(await grid.getByRole("rowheader").evaluateAll((heads) => heads.map((head) => head.getAttribute("aria-label")))).toEqual(captions.map(({ text }, i) => `${i + 1}: ${text}`));
    expect(await grid.getByRole("columnheader").count()).toBe(captions.length);
    expect(await cell(page, 3, 4).getAttribute("aria-label")).toBe(similarities[3]?.[4]?.toFixed(2).replace("-", "\u2212"));
  });
});
