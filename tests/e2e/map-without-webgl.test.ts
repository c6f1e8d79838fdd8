import { describe, expect, it } from "vitest";
import { usePages } from "./open-page";
import { words } from "./words";

const open = usePages({ webgl: false });
const t = words("en");

describe("The map without WebGL", () => {
  it("is a picture that the server draws, with a list of its regions that leads to their captions by the keyboard", async () => {
    const page = await open("/map");
    await page.getByText(t("map.canvas.noWebGl")).waitFor();
    const picture = page.getByRole("img", { name: /860 points/ });
    await picture.waitFor();
    expect(await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBeGreaterThan(0);
    const region = page.getByRole("region", { name: t("map.list.heading") }).getByRole("link").first();
    await region.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: t("map.list.captionsOf") }).waitFor();
    await page.getByRole("region", { name: t("map.list.heading") }).getByRole("listitem").getByRole("link").first().click();
    await page.getByRole("heading", { level: 1, name: /^Image \d+$/ }).waitFor();
  });

  it("is the same without JavaScript", async () => {
    const page = await open("/map", { javaScriptEnabled: false });
    await page.getByRole("img", { name: /860 points/ }).waitFor();
    await page.getByRole("region", { name: t("map.list.heading") }).getByRole("link").first().click();
    await page.getByRole("heading", { name: t("map.list.captionsOf") }).waitFor();
  });
});
