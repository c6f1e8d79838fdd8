import { describe, expect, inject, it } from "vitest";
import type { ImagePage } from "@/lib/features/image-captions/image-page-types";
import { usePages } from "./open-page";
import { soon } from "./soon";
import { words } from "./words";

const open = usePages();
const t = words("en");
const read = async (id: string) => (await (await fetch(`${inject("baseUrl")}/api/v1/images/sample/${id}`)).json()) as ImagePage;

describe("The page of an image", () => {
  it("shows all its captions in file order, and marks the one least like the others", async () => {
    const { captions, oddOneOut } = await read("1");
    const page = await open("/images/sample/1");
    const section = page.getByRole("region", { name: t("image.captions") });
    const shown = await section.getByRole("listitem").locator("p[lang]").evaluateAll((texts) => texts.map((text) => [text.getAttribute("lang"), text.textContent]));
    expect(shown).toEqual(captions.map(({ language, text }) => [language, text]));
    const odd = section.getByRole("listitem").filter({ hasText: t("image.oddOneOut") });
    expect(await odd.locator("p[lang]").textContent()).toBe(captions.find(({ id }) => id === oddOneOut?.id)?.text);
    expect(await page.title()).toBe(t("image.title", { id: "1", collection: "sample" }));
  });

  it("leads to the next image and back to the one before; the ends lead nowhere further", async () => {
    const first = await read("1");
    expect(first.previous).toBeNull();
    const next = first.next ?? "";
    const page = await open("/images/sample/1");
    expect(await page.getByRole("link", { name: /^Previous image/ }).count()).toBe(0);
    await page.getByRole("link", { name: t("image.nextId", { id: next }) }).click();
    await page.getByRole("heading", { level: 1, name: t("image.heading", { id: next }), exact: true }).waitFor();
    await page.getByRole("link", { name: t("image.previousId", { id: "1" }) }).click();
    await soon(() => new URL(page.url()).pathname).toBe("/images/sample/1");
  });

  it("leads to the nearest images, each with the two captions that join it", async () => {
    const { nearest } = await read("1");
    const page = await open("/images/sample/1");
    const items = page.getByRole("region", { name: t("image.nearest") }).getByRole("listitem");
    expect(await items.count()).toBe(nearest.length);
    const [best] = nearest;
    if (!best) throw new Error("The sample has images near to image 1.");
    const text = await items.first().textContent();
    for (const part of [best.own.text, best.other.text, best.score.toFixed(2)]) expect(text).toContain(part);
    await items.first().getByRole("link", { name: best.other.text }).click();
    await soon(() => new URL(page.url()).pathname).toBe(`/images/sample/${best.image.id}`);
  });

  it("shows the picture under its name, and leads to the original and names its licence", async () => {
    const { image } = await read("1");
    const page = await open("/images/sample/1");
    const picture = page.getByRole("img", { name: t("image.picture", { id: "1" }) });
    await soon(() => picture.evaluate((element: HTMLImageElement) => element.complete && element.naturalWidth > 0)).toBe(true);
    const original = (await page.getByRole("link", { name: t("image.original") }).getAttribute("href")) ?? "";
    expect(original).toBe(image.originalUrl);
    expect((await page.request.get(original)).ok()).toBe(true);
    await page.getByText(image.licence ?? "", { exact: true }).first().waitFor();
  });

  it("has a search box that searches everything", async () => {
    const page = await open("/images/sample/1");
    await page.getByRole("searchbox").fill("train");
    await page.getByRole("searchbox").press("Enter");
    await soon(() => new URL(page.url()).pathname + new URL(page.url()).search).toBe("/?q=train");
  });
});
