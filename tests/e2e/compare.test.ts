import { readFile } from "node:fs/promises";
import { decode } from "fast-png";
import { describe, expect, it } from "vitest";
import { usePages } from "./open-page";
import { soon } from "./soon";
import { words } from "./words";

const open = usePages();
const t = words("en");

describe("Comparing sentences", () => {
  it("answers the lecture's question for the captions of two images", async () => {
    const page = await open("/compare");
    await page.getByRole("link", { name: t("compare.preset") }).click();
    await page.getByText(/^Yes: /).waitFor();
    expect(new URL(page.url()).searchParams.get("images")).toMatch(/^sample:\d+,sample:\d+$/);
    await page.getByRole("grid", { name: t("compare.matrix") }).waitFor();
  });

  it("takes sentences that are typed, in groups, and its address brings them back", async () => {
    const page = await open("/compare");
    await page.getByRole("textbox", { name: t("compare.sentences") }).fill("A dog runs\n犬が走る\n\nA man cooks");
    await page.getByRole("button", { name: t("compare.submit") }).click();
    await soon(() => page.getByRole("grid", { name: t("compare.matrix") }).getByRole("row").count()).toBe(4);
    await page.reload();
    expect(await page.getByRole("textbox", { name: t("compare.sentences") }).inputValue()).toBe("A dog runs\n犬が走る\n\nA man cooks");
    await page.getByRole("link", { name: t("compare.orderAlike") }).click();
    await soon(() => new URL(page.url()).searchParams.get("order")).toBe("alike");
    await page.getByRole("link", { name: t("compare.otherCut", { dimensions: 64 }) }).click();
    await page.getByText(t("compare.agreement"), { exact: true }).waitFor();
  });

  it("packs many sentences into its address, and draws them as a picture", async () => {
    const page = await open("/compare");
    await page.getByRole("textbox", { name: t("compare.sentences") }).fill(Array.from({ length: 60 }, (_, i) => `芝生の上で${i}人が遊んでいます。`).join("\n"));
    await page.getByRole("button", { name: t("compare.submit") }).click();
    await page.getByRole("img", { name: t("compare.matrixOf", { count: 60 }) }).waitFor();
    expect(new URL(page.url()).searchParams.has("z")).toBe(true);
  });

  it("compares the words of a pair that is chosen in the heat map, or in the form", async () => {
    const page = await open(`/compare?text=${encodeURIComponent("A dog runs on the beach\n犬が砂浜を走る\nA man cooks")}`);
    await page.getByRole("gridcell").nth(1).focus();
    await page.getByRole("link", { name: t("compare.explain") }).click();
    const table = page.getByRole("table", { name: /A dog runs on the beach.*犬が砂浜を走る/ });
    await table.waitFor();
    expect(await table.getByRole("row").allTextContents()).toEqual([expect.any(String), expect.stringMatching(/^dog犬 /), expect.stringMatching(/^runs走る /), expect.stringMatching(/^beach砂浜 /)]);
    await page.getByRole("combobox", { name: t("compare.second") }).selectOption("3");
    await page.getByRole("button", { name: t("compare.explainSubmit") }).click();
    await page.getByRole("table", { name: /A dog runs on the beach.*A man cooks/ }).waitFor();
  });

  it("is saved as PNG by the browser", async () => {
    const page = await open("/compare?text=a%20dog%0A犬");
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "PNG" }).click()]);
    const bytes = await readFile(await download.path());
    expect(decode(bytes).width).toBeGreaterThan(500);
  });

  it("says what is wrong with a single sentence", async () => {
    const page = await open("/compare?text=alone");
    await page.getByRole("alert").getByText(/2 to 100/).waitFor();
  });

  it("starts from the captions of an image", async () => {
    const page = await open("/images/sample/1");
    await page.getByRole("link", { name: t("compare.fromImage") }).click();
    await soon(() => new URL(page.url()).searchParams.get("images")).toBe("sample:1");
    await page.getByRole("grid", { name: t("compare.matrix") }).waitFor();
  });

  it("asks one query of two encoders", async () => {
    const page = await open("/compare/search");
    await page.getByRole("textbox", { name: t("compare.search.query") }).fill("a dog on the beach");
    await page.getByRole("combobox", { name: t("compare.other") }).selectOption("128");
    await page.getByRole("button", { name: t("compare.submit") }).click();
    await page.getByRole("region", { name: /128 dimensions/ }).getByRole("listitem").nth(9).waitFor();
    expect(await page.getByText(t("compare.search.shared", { first: 10 })).count()).toBe(1);
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ q: "a dog on the beach", other: "128" });
  });
});
