import { writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { usePages } from "./open-page";
import { useOwnApp } from "./own-app";
import { words } from "./words";

const open = usePages();
const MANY = 40;

/** Image 1 has one caption, image 2 has forty in both languages, one of them without a place to break the line. */
function csv(): string {
  const many = Array.from({ length: MANY - 1 }, (_, i) => (i % 2 ? `2,a picture with ${i} birds over a lake,en` : `2,湖の上を飛ぶ${i}羽の鳥,ja`));
  return ["image_id,caption,language", "1,a single caption,en", ...many, `2,${"long".repeat(60)},en`].join("\n");
}

const app = useOwnApp(undefined, async ({ dataDir, ingest }) => {
  const file = path.join(dataDir, "uneven.csv");
  await writeFile(file, csv());
  await ingest([file], "uneven");
});

describe.each(["en", "ja"] as const)("Images with few and many captions, in %s", (language) => {
  const t = words(language);

  it("one caption: there is no map, and it says why", async () => {
    const page = await open("/images/uneven/1", { app: app().url, language });
    await page.getByText(t("image.mapNone")).waitFor();
    expect(await page.getByRole("grid").count()).toBe(0);
  });

  it("forty captions: all are shown and mapped, and on a phone only the map scrolls sideways", async () => {
    const page = await open("/images/uneven/2", { app: app().url, language, viewport: { width: 390, height: 844 } });
    expect(await page.getByRole("region", { name: t("image.captions"), exact: true }).getByRole("listitem").count()).toBe(MANY);
    expect(await page.getByRole("gridcell").count()).toBe(MANY * MANY);
    expect(await page.evaluate(() => [document.scrollingElement?.scrollWidth, innerWidth])).toEqual([390, 390]);
  });
});

describe("An image without a picture", () => {
  it("shows its id in the picture's place", async () => {
    const page = await open("/images/uneven/2", { app: app().url });
    const placeholder = page.getByRole("img", { name: words("en")("image.picture", { id: "2" }) });
    expect(await placeholder.textContent()).toBe("2");
    expect(await page.locator("img").count()).toBe(0);
  });
});
