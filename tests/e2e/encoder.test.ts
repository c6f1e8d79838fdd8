import { describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import { usePages } from "./open-page";
import { soon } from "./soon";
import { words } from "./words";

const open = usePages();
const t = words("en");
const HASHI = "/encoder?text=川にかかるはしを渡る人&to=はしでラーメンを食べる人";
const asked = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);
const headHeading = (page: Page, layer: number, head: number) => page.getByRole("heading", { name: t("encoder.attention.chosen", { layer, head }), exact: true });

describe("The page of the encoder", () => {
  it("shows the pieces of a typed sentence, and marks what is not in the vocabulary", async () => {
    const page = await open("/encoder");
    await page.getByLabel(t("encoder.form.text"), { exact: true }).fill("犬を𠮟る");
    await page.getByRole("button", { name: t("encoder.form.submit") }).click();
    const pieces = page.getByRole("list", { name: t("encoder.pieces.list", { text: "犬を𠮟る" }) }).getByRole("listitem");
    await pieces.first().waitFor();
    expect((await pieces.allTextContents()).map((text) => text.replace(/ ?\d+$/, ""))).toEqual(["<s> (mark)", "▁", "犬", "を", "𠮟 (not in the vocabulary)<unk>", "る", "</s> (mark)"]);
    expect(asked(page).text).toBe("犬を𠮟る");
  });

  it("begins with a word of two meanings, which leaves itself along the layers", async () => {
    const page = await open("/encoder");
    const path = page.getByRole("region", { name: t("encoder.path.heading") });
    await path.getByText(t("encoder.path.word", { word: "bank" })).waitFor();
    const [start = 0, end = 0] = ((await path.locator("figcaption").textContent()) ?? "").split("bank")[1]?.match(/\d\.\d+/g)?.map(Number) ?? [];
    expect(start).toBeGreaterThan(0.9);
    expect(end).toBeLessThan(start - 0.2);
  });

  it("walks through the heads by keyboard, and opens the one it stands on", async () => {
    const page = await open(`${HASHI}&layer=2&head=8`);
    const grid = page.getByRole("navigation", { name: t("encoder.attention.grid") });
    await grid.locator("[aria-current]").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Enter");
    await headHeading(page, 3, 7).waitFor();
    expect(asked(page)).toMatchObject({ layer: "3", head: "7" });
  });

  it("shows the lines of one piece alone, by a link that can be passed on", async () => {
    const page = await open(HASHI);
    const lines = page.getByRole("region", { name: t("encoder.attention.heading") }).locator("svg path");
    const all = await lines.count();
    await page.getByRole("link", { name: t("encoder.attention.follow", { piece: "人" }) }).click();
    await soon(() => asked(page).piece).toBe("10");
    const shared = await open(new URL(page.url()).pathname + new URL(page.url()).search);
    const alone = shared.getByRole("region", { name: t("encoder.attention.heading") }).locator("svg path");
    expect(await alone.count()).toBeGreaterThan(0);
    expect(await alone.count()).toBeLessThan(all);
  });

  it("fills the shorter sentence and hides that by the mask", async () => {
    const page = await open("/encoder?text=犬&to=A dog plays in the sea");
    const batch = page.getByRole("region", { name: t("encoder.mask.heading") }).getByRole("table");
    const masks = await batch.getByRole("row", { name: new RegExp(t("encoder.mask.mask")) }).allTextContents();
    expect(masks[0]).toMatch(/1{4}0+$/);
    expect(masks[1]).not.toContain("0");
  });

  it("draws its pictures", async () => {
    const page = await open("/encoder");
    for (const name of [t("encoder.attention.picture", { layers: 12, heads: 12 }), t("encoder.vectors.picture", { pieces: 13, dimensions: 384 })]) {
      await soon(() => page.getByRole("img", { name }).evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 100)).toBe(true);
    }
  });

  it("works without JavaScript", async () => {
    const page = await open("/encoder", { javaScriptEnabled: false });
    await page.getByRole("link", { name: t("encoder.preset.bat") }).click();
    expect(asked(page).text).toContain("wooden bat");
    await page.getByRole("combobox", { name: t("encoder.attention.layer") }).selectOption("5");
    await page.getByRole("button", { name: t("encoder.attention.show") }).click();
    await headHeading(page, 5, 7).waitFor();
    expect(asked(page)).toMatchObject({ layer: "5", head: "7" });
    expect(asked(page).text).toContain("wooden bat");
  });
});
