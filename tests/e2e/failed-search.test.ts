import { mkdtempSync } from "node:fs";
import { rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { usePages } from "./open-page";
import { useOwnApp } from "./own-app";
import { words } from "./words";

const open = usePages();
const t = words("en");
const models = mkdtempSync(path.join(tmpdir(), "kotomap-models-"));
afterAll(() => rm(models, { recursive: true, force: true }));
const app = useOwnApp({ KOTOMAP_MODELS_DIR: models });

describe("A search that fails on the server", () => {
  it("says what is missing, and goes on when it is there and the person tries again", async () => {
    const page = await open("/?q=a%20dog", { app: app().url });
    await page.getByRole("heading", { level: 1, name: t("failure.heading") }).waitFor();
    await page.getByText(t("failure.modelUnavailable"), { exact: true }).waitFor();
    expect(await page.getByRole("main").textContent()).toContain("model.json is missing");
    await symlink(path.resolve("models/kotomap-ja-en-v1"), path.join(models, "kotomap-ja-en-v1"));
    await page.getByRole("button", { name: t("failure.retry") }).click();
    await page.getByRole("heading", { name: t("building.emptyHeading") }).waitFor();
  });
});
