import { describe, expect, it } from "vitest";
import { usePages } from "./open-page";
import { soon } from "./soon";
import { words } from "./words";

const open = usePages();

describe.each(["en", "ja"] as const)("What is not there, in %s", (language) => {
  const t = words(language);

  it.each([["/nowhere/at/all", "notFound.heading"], ["/images/sample/999999", "notFound.imageHeading"], ["/images/nowhere/1", "notFound.imageHeading"]] as const)("%s says so and leads back to the start", async (path, heading) => {
    const page = await open(path, { language });
    await page.getByRole("heading", { level: 1, name: t(heading) }).waitFor();
    expect(await page.title()).toBe(t("notFound.title"));
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    expect((await page.request.get(path)).status()).toBe(404);
    await page.getByRole("link", { name: t("notFound.home"), exact: true }).click();
    await page.getByRole("heading", { level: 1, name: t("start.heading") }).waitFor();
  });

  it("a caption that is gone is told as that", async () => {
    const page = await open("/?like=999999999", { language });
    await page.getByRole("heading", { name: t("failure.heading") }).waitFor();
    await page.getByText(t("failure.unknownCaption"), { exact: true }).waitFor();
    await page.getByRole("link", { name: t("failure.home"), exact: true }).click();
    await soon(() => new URL(page.url()).search).toBe("");
  });
});
