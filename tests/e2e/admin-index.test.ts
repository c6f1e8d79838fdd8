import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { adminSession, type AdminSession } from "../server/admin";
import { startWorker } from "../server/test-worker";
import { axeFindings } from "./axe";
import { usePages, type Visitor } from "./open-page";
import { useOwnApp, type OwnApp } from "./own-app";
import { soon } from "./soon";
import { words } from "./words";
import type { Locale } from "@/app/_i18n/locale";
import type { GenerationView } from "@/lib/features/reindexing/reindex-types";

const FIRST = ["a dog runs on the beach,en", "海辺を犬が走る,ja", "a red train at the station,en", "駅に赤い電車が止まっている,ja", "a cat sleeps on a sofa,en", "ソファで猫が眠る,ja"];
const SECOND = ["a bowl of ramen,en", "ラーメンの丼,ja"];
const csv = (captions: string[], from: number) => `image_id,caption,language\n${captions.map((caption, i) => `${from + Math.floor(i / 2)},${caption}\n`).join("")}`;

/** Milliseconds, on a slow machine: a worker has to start, and to load the model. */
const JOB_ENDS_WITHIN = 60_000;

let session: AdminSession;
let stopWorker: (() => Promise<void>) | undefined;
const app = useOwnApp({}, async ({ url, dataDir, ingest }: OwnApp) => {
  const file = path.join(dataDir, "first.csv");
  await writeFile(file, csv(FIRST, 1));
  await ingest([file], "mine");
  session = await adminSession(url, dataDir);
  stopWorker = startWorker(dataDir);
});
afterAll(() => stopWorker?.());

const open = usePages();
const visit = (address: string, visitor: Visitor = {}) =>
  open(address, {
    app: app().url,
    reducedMotion: "reduce",
    ...visitor,
    prepare: (page) => page.context().addCookies(session.cookie.split("; ").map((cookie) => ({ name: cookie.split("=")[0] ?? "", value: cookie.slice(cookie.indexOf("=") + 1), url: app().url }))),
  });
const t = words("en");
const button = (page: Page, name: string) => page.getByRole("button", { name });
/** A button that stands several times, by what it acts on. */
const buttonFor = (page: Page, name: string, target: string) => page.getByRole("button", { name }).filter({ hasText: target });
const generations = async () => (await session.ask<{ generations: GenerationView[] }>("/api/v1/admin/generations")).generations;
const activeOne = async () => (await generations()).find(({ state }) => state === "active");

/** The job that an act led to has its own page; waits until it is done. */
async function jobDone(page: Page): Promise<void> {
  await soon(() => new URL(page.url()).pathname).toMatch(/^\/admin\/jobs\/\d+$/);
  const { pathname } = new URL(page.url());
  await expect.poll(async () => (await session.ask<{ job: { state: string } }>(`/api/v1${pathname}`)).job.state, { timeout: JOB_ENDS_WITHIN, interval: 100 }).toBe("done");
}

describe("A re-index", () => {
  it("is forecast, started from the form, becomes active, and is taken back", async () => {
    const before = await activeOne();
    const page = await visit("/admin/reindex");
    await page.getByText(t("admin.index.forecast.captionsOf", { count: FIRST.length })).waitFor();
    await page.getByText(t("admin.index.forecast.nothingNew")).waitFor();
    await page.getByLabel(t("admin.index.reindex.m"), { exact: true }).fill("many");
    await page.getByText(t("admin.index.reindex.wholeNumber"), { exact: true }).waitFor();
    expect(await button(page, t("admin.index.reindex.start")).isDisabled()).toBe(true);
    await page.getByLabel(t("admin.index.reindex.m"), { exact: true }).fill("");
    await page.getByLabel(t("admin.index.reindex.dimensions"), { exact: true }).fill("100");
    await page.getByText(t("admin.index.forecast.failed")).waitFor();
    expect(await button(page, t("admin.index.reindex.start")).isDisabled()).toBe(true);
    await page.getByLabel(t("admin.index.reindex.dimensions"), { exact: true }).fill("");
    await page.getByLabel(t("admin.index.reindex.m"), { exact: true }).fill("２４");
    await page.getByText(t("admin.index.forecast.anew")).waitFor();
    await button(page, t("admin.index.reindex.start")).dblclick();
    await jobDone(page);
    expect((await session.ask<{ jobs: unknown[] }>("/api/v1/admin/jobs?kind=reindex")).jobs).toHaveLength(1);
    const after = await activeOne();
    expect(after).toMatchObject({ hnsw: { ...before?.hnsw, m: 24 }, gate: { passed: true } });

    await page.goto("/admin/generations");
    const old = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: before?.id }) });
    await buttonFor(page, t("admin.index.activate.rollBack"), before?.id ?? "").click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("row", { name: "M 24 16" }).waitFor();
    await dialog.getByRole("button", { name: t("admin.index.activate.confirm"), exact: true }).click();
    await old.getByText(t("admin.index.generations.states.active"), { exact: true }).waitFor();
    expect((await activeOne())?.id).toBe(before?.id);
  });
});

describe("A caption file", () => {
  it("is uploaded, looked into, ingested, and its source removed again", async () => {
    const page = await visit("/admin/sources");
    await page.locator("input[type=file]").first().setInputFiles({ name: "second.csv", mimeType: "text/csv", buffer: Buffer.from(csv(SECOND, 7)) });
    const upload = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "second.csv" }) });
    await upload.getByText(t("admin.index.upload.states.usable")).waitFor();
    await upload.getByText("a bowl of ramen").waitFor();
    await upload.getByLabel(t("admin.index.upload.collection")).fill("mine");
    await upload.getByRole("button", { name: t("admin.index.upload.ingest") }).click();
    await jobDone(page);
    expect((await activeOne())?.count).toBe(FIRST.length + SECOND.length);

    await page.goto("/admin/sources");
    await buttonFor(page, t("admin.index.sources.remove"), "second.csv").click();
    await page.getByRole("dialog").getByRole("button", { name: t("admin.index.sources.removeConfirm") }).click();
    await jobDone(page);
    expect((await activeOne())?.count).toBe(FIRST.length);
    await page.goto("/admin/sources");
    await button(page, t("admin.index.sources.restoreNamed", { name: "second.csv" })).waitFor();
  });

  it("says what is wrong with it, and can be deleted", async () => {
    const page = await visit("/admin/sources");
    await page.locator("input[type=file]").first().setInputFiles({ name: "nothing.csv", mimeType: "text/csv", buffer: Buffer.from("one,two\n1,2\n") });
    const upload = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "nothing.csv" }) });
    await upload.getByText(t("admin.index.upload.states.unusable")).waitFor();
    await upload.getByRole("button", { name: t("admin.index.upload.deleteNamed", { name: "nothing.csv" }) }).click();
    await upload.waitFor({ state: "detached" });
  });
});

describe("A pinned query", () => {
  it("is chosen from what the search finds, shows its rank, and is unpinned", async () => {
    const page = await visit("/admin/golden");
    await page.getByRole("main").getByRole("searchbox").fill("a train");
    await page.keyboard.press("Enter");
    await page.getByRole("checkbox", { name: /train|電車/ }).check({ force: true });
    await button(page, t("admin.index.golden.pin")).click();
    const pinned = page.getByRole("region", { name: t("admin.index.golden.list") });
    await pinned.getByText(t("admin.index.golden.rank", { rank: 1 })).waitFor();
    await button(page, t("admin.index.golden.unpinNamed", { text: "a train" })).click();
    await pinned.getByText(t("admin.index.golden.none")).waitFor();
  });
});

describe.each(["en", "ja"] satisfies Locale[])("axe finds nothing serious, in %s,", (language) => {
  it.each(["generations", "reindex", "sources", "golden"])("on /admin/%s, wide and narrow, light and dark", async (name) => {
    expect(await axeFindings(await visit(`/admin/${name}`, { language }))).toEqual({});
  });

  it("on the page of a generation", async () => {
    expect(await axeFindings(await visit(`/admin/generations/${(await activeOne())?.id}`, { language }))).toEqual({});
  });
});
