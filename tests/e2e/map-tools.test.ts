import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { usePages } from "./open-page";
import { asked } from "./results";
import { soon } from "./soon";
import { words } from "./words";

const open = usePages();
const t = words("ja");

const panel = (page: Page) => page.getByRole("complementary", { name: t("map.panel") });

/** Draws over the map with the mouse, from corner to corner in shares of its sides. */
async function draw(page: Page, corners: readonly (readonly [number, number])[]): Promise<void> {
  const box = (await page.getByRole("application").boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const spots = corners.map(([x, y]) => [box.x + x * box.width, box.y + y * box.height] as const);
  await page.mouse.move(...(spots[0] ?? [0, 0]));
  await page.mouse.down();
  for (const spot of spots.slice(1)) await page.mouse.move(...spot, { steps: 6 });
  await page.mouse.up();
}

describe("The tools of the map, in Japanese", () => {
  it("tell the captions along a way, name an area drawn by hand, search in it, and hand over what is shown", async () => {
    const page = await open("/map", { language: "ja" });
    await page.locator("[data-map-stage][aria-busy=false]").waitFor();
    await page.getByRole("radio", { name: t("map.tools.along") }).check({ force: true });
    await draw(page, [[0.35, 0.5], [0.65, 0.5]]);
    await panel(page).getByRole("heading", { name: t("map.along.label") }).waitFor();
    await soon(() => panel(page).getByRole("listitem").count()).toBeGreaterThan(5);
    await panel(page).getByRole("button", { name: t("map.along.close") }).click();

    await page.getByRole("radio", { name: t("map.tools.lasso") }).check({ force: true });
    await draw(page, [[0.3, 0.3], [0.7, 0.3], [0.7, 0.7], [0.3, 0.7], [0.3, 0.35]]);
    await panel(page).getByRole("heading", { name: t("map.area.words") }).waitFor();
    await panel(page).getByRole("textbox", { name: t("map.area.saveAs") }).fill("まんなか");
    await panel(page).getByRole("button", { name: t("map.area.save") }).click();
    const { within } = asked(page);

    await page.getByRole("searchbox", { name: t("map.query.label") }).fill("犬");
    await page.getByRole("searchbox", { name: t("map.query.label") }).press("Enter");
    await panel(page).getByRole("heading", { name: t("map.query.hits", { query: "犬" }) }).waitFor();
    expect(asked(page)).toMatchObject({ q: "犬", within });

    await page.getByTitle(t("map.exports.label"), { exact: true }).click();
    expect(await page.getByRole("link", { name: t("map.exports.csv"), exact: true }).getAttribute("href")).toContain(new URLSearchParams({ within: within ?? "" }).toString());
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: t("map.exports.png") }).click()]);
    const picture = await readFile(await download.path());
    expect(picture.subarray(1, 4).toString()).toBe("PNG");
    expect(picture.readUInt32BE(16)).toBeGreaterThan(1000);

    await page.goto("/map");
    await page.locator("[data-map-stage][aria-busy=false]").waitFor();
    await page.getByTitle(t("map.area.savedHeading"), { exact: true }).click();
    await page.getByRole("link", { name: t("map.area.open", { name: "まんなか" }) }).click();
    await soon(() => asked(page).within).toBe(within);
    await panel(page).getByRole("heading", { name: t("map.area.words") }).waitFor();
  });

  it("is told to be of a layout that is not there any more, and leads nowhere then", async () => {
    const area = { name: "old", layout: "20200101-000000-0000", count: 3, within: [{ x: 0.1, y: 0.1 }, { x: 0.2, y: 0.1 }, { x: 0.2, y: 0.2 }] };
    const page = await open("/map", { language: "ja", prepare: (before) => before.addInitScript((areas) => localStorage.setItem("kotomap-map-areas", areas), JSON.stringify([area])) });
    await page.getByTitle(t("map.area.savedHeading"), { exact: true }).click();
    await page.getByText(t("map.area.layoutGone")).waitFor();
    expect(await page.getByRole("link", { name: t("map.area.open", { name: "old" }) }).count()).toBe(0);
    await page.getByRole("button", { name: t("map.area.remove", { name: "old" }) }).click();
    await page.getByText(t("map.area.savedNone")).waitFor();
  });
});
