import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { usePages } from "./open-page";
import { asked, results } from "./results";
import { soon } from "./soon";
import { words } from "./words";

const open = usePages();
const t = words("en");

describe("Searches that the browser keeps", () => {
  it("are the recent ones, and those that were given a name, to be made again", async () => {
    const page = await open("/?q=snow&lang=en");
    await results(page).first().waitFor();
    await page.getByText(t("searches.heading"), { exact: true }).click();
    await page.getByRole("textbox", { name: t("searches.saveAs") }).fill("Winter");
    await page.getByRole("button", { name: t("searches.save"), exact: true }).click();
    await page.getByText(t("searches.saved"), { exact: true }).last().waitFor();
    await page.goto(new URL("/?q=sea", page.url()).href);
    await results(page).first().waitFor();
    await page.getByText(t("searches.heading"), { exact: true }).click();
    await soon(() => page.getByRole("link", { name: "snow", exact: true }).count()).toBe(1);
    await page.getByRole("link", { name: "Winter", exact: true }).click();
    await soon(() => asked(page)).toEqual({ q: "snow", lang: "en" });
  });

  it("go to a file and come back from it", async () => {
    const page = await open("/?q=snow");
    await page.getByText(t("searches.heading"), { exact: true }).click();
    await page.getByRole("button", { name: t("searches.save"), exact: true }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: t("searches.export") }).click();
    const file = await (await download).path();
    expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject([{ name: "snow", address: "/?q=snow" }]);
    await page.getByRole("button", { name: t("searches.remove", { name: "snow" }) }).first().click();
    await soon(() => page.getByText(t("searches.savedNone"), { exact: true }).count()).toBe(1);
    await page.locator("input[type=file]").setInputFiles(file);
    await soon(() => page.getByRole("link", { name: "snow", exact: true }).count()).toBe(2);
  });
});

describe("Suggestions", () => {
  it("complete the word that is being typed, are walked with the arrows, and searched with Enter", async () => {
    const page = await open("/");
    const box = page.getByRole("searchbox");
    await box.pressSequentially("a dog in the sno");
    const list = page.getByRole("listbox", { name: t("search.suggestions") });
    await list.waitFor();
    await box.press("ArrowDown");
    const first = (await list.getByRole("option", { selected: true }).locator("span").first().textContent()) ?? "";
    expect(first).toMatch(/^a dog in the sno\w+$/);
    await box.press("Enter");
    await soon(() => asked(page)).toEqual({ q: first });
    await results(page).first().waitFor();
    expect(await list.count()).toBe(0);
  });

  it("find Japanese words by their reading, and go with Escape", async () => {
    const page = await open("/");
    await page.getByRole("searchbox").pressSequentially("いぬ");
    await page.getByRole("option", { name: /^犬/ }).first().waitFor();
    await page.getByRole("searchbox").press("Escape");
    await soon(() => page.getByRole("listbox").count()).toBe(0);
    expect(await page.getByRole("searchbox").inputValue()).toBe("いぬ");
  });
});

describe("A word that occurs nowhere", () => {
  it("is asked about, with one that does", async () => {
    const page = await open("/");
    // The vocabulary is read when it is first asked for.
    await page.request.get(new URL("/api/v1/suggest?q=bi", page.url()).href);
    await page.goto(new URL("/?q=birthdayy", page.url()).href);
    await page.getByRole("main").getByRole("link", { name: "birthday", exact: true }).click();
    await soon(() => asked(page)).toEqual({ q: "birthday" });
  });
});
