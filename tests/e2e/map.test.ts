import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeFindings } from "./axe";
import { usePages } from "./open-page";
import { soon } from "./soon";
import { words } from "./words";

const open = usePages();
const t = words("en");

const stage = (page: Page) => page.getByRole("application");
const asked = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);
const panel = (page: Page) => page.getByRole("complementary", { name: t("map.panel") });

const said = async (page: Page) => (await page.getByRole("status").allTextContents()).join("");

/** Waits until no points are on their way, so that all are found under the mouse and by keys. */
async function openMap(address: string, visitor?: Parameters<typeof open>[1]): Promise<Page> {
  const page = await open(address, visitor);
  await page.locator("[data-map-stage][aria-busy=false]").waitFor();
  return page;
}

describe("The map", () => {
  it("takes a query as a point, lights up what is near, and leads from a hit to its captions and its image, and back", async () => {
    const page = await openMap("/map");
    await page.getByRole("searchbox", { name: t("map.query.label") }).fill("dogs at the sea");
    await page.getByRole("button", { name: t("map.query.submit"), exact: true }).click();
    await page.getByRole("heading", { name: t("map.query.hits", { query: "dogs at the sea" }) }).waitFor();
    const hits = panel(page);
    await hits.getByRole("listitem").first().waitFor();
    expect(asked(page)).toMatchObject({ q: "dogs at the sea" });
    await hits.getByRole("listitem").first().getByRole("button").first().click();
    await page.getByRole("heading", { name: t("map.point.label"), exact: true }).waitFor();
    await soon(() => asked(page)).toMatchObject({ caption: expect.stringMatching(/^\d+$/) as string, at: expect.any(String) as string });
    const { caption } = asked(page);
    await page.getByRole("link", { name: t("map.point.openImage") }).click();
    await page.getByRole("heading", { level: 1, name: /^Image \d+$/ }).waitFor();
    await page.getByRole("link", { name: t("map.showImageOnMap") }).first().click();
    await page.getByRole("heading", { name: t("map.point.imageLabel"), exact: true }).waitFor();
    expect(asked(page).image).toMatch(/^sample:\d+$/);
    await page.goBack();
    await page.goBack();
    await soon(() => asked(page)).toMatchObject({ q: "dogs at the sea", caption });
  });

  it("ends with its footer, however much stands in the panel", async () => {
    const page = await openMap("/map?q=dog");
    await panel(page).getByRole("listitem").nth(20).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollHeight - scrollY - (document.querySelector("body footer")?.getBoundingClientRect().bottom ?? 0))).toBeLessThan(2);
  });

  it("is walked from caption to caption by keys, each told, and opened with Enter", async () => {
    const page = await openMap("/map");
    await stage(page).focus();
    const told: string[] = [];
    for (const key of ["Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowUp"]) {
      await page.keyboard.press(key);
      await soon(async () => told.includes(await said(page))).toBe(false);
      await soon(() => said(page)).toMatch(/, image \d+\)/);
      told.push(await said(page));
    }
    expect(new Set(told).size).toBe(3);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: t("map.point.label"), exact: true }).waitFor();
    await page.keyboard.press("+");
    await soon(() => Number(asked(page).at?.split(",")[2])).toBeGreaterThan(0);
  });

  it("tells of a box what is in it, also when the page is opened again", async () => {
    const page = await openMap("/map");
    await page.getByRole("radio", { name: t("map.tools.box") }).check({ force: true });
    const box = (await stage(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const at = (x: number, y: number): [number, number] => [box.x + x * box.width, box.y + y * box.height];
    await page.mouse.move(...at(0.4, 0.1));
    await page.mouse.down();
    await page.mouse.move(...at(0.5, 0.3), { steps: 4 });
    await page.mouse.move(...at(0.62, 0.5), { steps: 4 });
    await page.mouse.up();
    await page.getByRole("heading", { name: t("map.area.words") }).waitFor();
    const { within } = asked(page);
    expect(within?.split(";")).toHaveLength(4);
    const answer = await page.request.get(`/api/v1/map/layouts/${((await (await page.request.get("/api/v1/map")).json()) as { current: string }).current}/area?${new URLSearchParams({ within: within ?? "" }).toString()}`);
    const { captions } = (await answer.json()) as { captions: number };
    expect(captions).toBeGreaterThan(5);
    expect(await panel(page).innerText()).toContain(String(captions));
    await page.reload();
    await page.getByRole("heading", { name: t("map.area.words") }).waitFor();
    expect(asked(page).within).toBe(within);
  });

  it("says where a layout is not there any more, and leads to the one that is", async () => {
    const page = await open("/map?layout=20200101-000000-0000");
    await page.getByRole("heading", { level: 1, name: t("map.notice.gone") }).waitFor();
    await page.getByRole("link", { name: t("map.notice.toCurrent") }).click();
    await stage(page).waitFor();
  });

  it.each(["en", "ja"] as const)("has nothing serious for axe, in %s, with a query and a caption open", async (language) => {
    expect(await axeFindings(await openMap("/map?q=dog&caption=1", { language, colorScheme: "light", reducedMotion: "reduce" }))).toEqual({});
  });
});

describe("Chosen images on a map of their own", () => {
  it("are laid out in the browser step by step, held, and run to the end, with iteration and divergence told", async () => {
    const page = await open("/map?images=sample:1,sample:41&method=tsne&perplexity=5");
    const live = page.getByRole("region", { name: t("map.selection.live") });
    const places = () => page.getByRole("img", { name: t("map.selection.chart", { method: "t-SNE" }) }).locator("path").evaluateAll((paths) => paths.map((path) => path.getAttribute("transform")).join());
    const before = await places();
    await live.getByRole("button", { name: t("map.selection.start") }).click();
    await soon(places).not.toBe(before);
    await live.getByRole("button", { name: t("map.selection.pause") }).click();
    await live.getByRole("button", { name: t("map.selection.resume") }).waitFor();
    const held = await places();
    await live.getByRole("button", { name: t("map.selection.resume") }).click();
    await soon(() => live.innerText()).toMatch(/750 \/ 750/);
    expect(await live.innerText()).toMatch(/0\.\d{3}/);
    expect(await places()).not.toBe(held);
  });
});

describe("A hit of the search", () => {
  it("leads to its place on the map", async () => {
    const page = await open("/?q=snow&view=captions");
    await page.getByRole("link", { name: /^On the map/ }).first().click();
    await page.getByRole("heading", { name: t("map.point.label"), exact: true }).waitFor();
    expect(asked(page).caption).toMatch(/^\d+$/);
  });
});
