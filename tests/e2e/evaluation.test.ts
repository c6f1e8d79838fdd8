import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { usePages } from "./open-page";
import { useOwnApp } from "./own-app";
import { soon } from "./soon";
import { words } from "./words";

const run = promisify(execFile);
const open = usePages();
const t = words("en");
const asked = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);
const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

describe("The page of the evaluation", () => {
  it("is in the navigation, and shows how well each direction is found", async () => {
    const page = await open("/");
    await page.getByRole("navigation", { name: t("header.pages") }).getByRole("link", { name: t("evaluation.link") }).click();
    const rows = region(page, t("evaluation.retrieval.heading")).getByRole("row");
    await soon(() => rows.count()).toBe(5);
    const named = await region(page, t("evaluation.retrieval.heading")).getByRole("rowheader").allTextContents();
    expect(named.sort()).toEqual(["English → English", "English → Japanese", "Japanese → English", "Japanese → Japanese"]);
    expect(await rows.nth(1).textContent()).toMatch(/\d+\.\d% .*\d+\.\d% to \d+\.\d%/);
  });

  it("shows what a score means for the direction that is chosen", async () => {
    const page = await open("/evaluation");
    const relevance = region(page, t("evaluation.relevance.heading"));
    await relevance.getByRole("link", { name: t("evaluation.directionName", { from: "Japanese", to: "English" }) }).click();
    await soon(() => asked(page).pair).toBe("ja,en");
    await relevance.getByRole("img", { name: t("evaluation.relevance.curveLabel") }).waitFor();
    await relevance.getByText(t("evaluation.relevance.brier"), { exact: true }).waitFor();
  });

  it("lets failures be browsed, by direction and page, to the image that was missed", async () => {
    const page = await open("/evaluation");
    const findings = region(page, t("evaluation.findings.heading"));
    await findings.getByRole("link", { name: t("evaluation.directionName", { from: "English", to: "English" }) }).click();
    await soon(() => asked(page)).toEqual({ direction: "en,en" });
    const first = findings.getByRole("listitem").first();
    expect(await first.textContent()).toMatch(/place \d+/);
    await first.getByRole("link").first().click();
    await page.getByRole("heading", { level: 1, name: /^Image \d+$/ }).waitFor();
  });

  it("lists odd captions with a file to take along", async () => {
    const page = await open("/evaluation?list=caption");
    const findings = region(page, t("evaluation.findings.heading"));
    const [download] = await Promise.all([page.waitForEvent("download"), findings.getByRole("link", { name: "csv" }).click()]);
    expect(download.suggestedFilename()).toMatch(/^kotomap-evaluation-\d+-caption\.csv$/);
  });

  it("says that an evaluation is not there, and shows the newest", async () => {
    const page = await open("/evaluation?id=4711");
    await page.getByRole("alert").getByText(t("evaluation.missing", { id: 4711 })).waitFor();
    await region(page, t("evaluation.retrieval.heading")).waitFor();
  });

  it("compares two evaluations, and draws them over time", async () => {
    await run(process.execPath, ["--import", "tsx", "scripts/evaluate.ts", "--queries", "60", "--seed", "7"], { env: { ...process.env, KOTOMAP_DATA_DIR: inject("dataDir"), LOG_LEVEL: "warn" } });
    const page = await open("/evaluation");
    const other = page.getByRole("combobox", { name: t("evaluation.comparedWith") });
    const [, before] = await other.locator("option").allTextContents();
    await other.selectOption({ label: before! });
    await page.getByText(t("evaluation.changes")).waitFor();
    expect(await region(page, t("evaluation.retrieval.heading")).getByRole("row").nth(1).textContent()).toMatch(/[+−±]\d/);
    await region(page, t("evaluation.history.heading")).getByRole("link", { name: t("evaluation.figures.mrr") }).click();
    await page.getByRole("img", { name: t("evaluation.history.label", { figure: "MRR", count: 2 }) }).waitFor();
    await page.reload();
    await page.getByText(t("evaluation.changes")).waitFor();
  });
});

describe("Before anything was measured", () => {
  const app = useOwnApp();

  it("the page says by which command it is", async () => {
    const page = await open("/evaluation", { app: app().url });
    await page.getByText("npm run evaluate", { exact: true }).waitFor();
  });
});
