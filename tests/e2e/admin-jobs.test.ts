import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { adminSession, TEST_PASSWORD, type AdminSession } from "../server/admin";
import { startWorker } from "../server/test-worker";
import { axeFindings } from "./axe";
import { usePages } from "./open-page";
import { useOwnApp } from "./own-app";
import { soon } from "./soon";
import { words } from "./words";
import type { JobView } from "@/lib/features/jobs/job-types";

/** So many that an ingest of them cannot end before a person has seen it. */
const MANY = 20_000;

let session: AdminSession;
let stopWorker: (() => Promise<void>) | undefined;
const app = useOwnApp({}, async ({ url, dataDir, ingest }) => {
  const file = path.join(dataDir, "first.csv");
  await writeFile(file, "image_id,caption,language\n1,a dog runs on the beach,en\n1,浜辺を犬が走る,ja\n2,a red train waits,en\n2,赤い電車が止まっている,ja\n");
  await ingest([file], "mine");
  session = await adminSession(url, dataDir);
});
afterAll(() => stopWorker?.());

const open = usePages();
const t = words("en");
const signedIn = (page: Page) => page.context().addCookies(session.cookie.split("; ").map((cookie) => ({ name: cookie.split("=")[0] ?? "", value: cookie.slice(cookie.indexOf("=") + 1), url: app().url })));
const visit = (address: string) => open(address, { app: app().url, prepare: signedIn });

const button = (page: Page, name: string) => page.getByRole("main").getByRole("button", { name });
const state = (page: Page, name: "running" | "done" | "cancelled") => page.getByRole("main").getByText(t(`admin.jobs.states.${name}`), { exact: true });
const jobs = async (kind: string) => (await session.ask<{ jobs: JobView[] }>(`/api/v1/admin/jobs?kind=${kind}`)).jobs;
const confirm = (page: Page) => page.getByRole("dialog").getByRole("button", { name: t("admin.jobs.job.cancelConfirm") }).click();

/** What is lost when a page is loaded anew. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { marked: true }));
const isMarked = (page: Page) => page.evaluate(() => "marked" in window);

describe("A person who administers", () => {
  it("is told that no worker runs and how to start one, and sees it start", async () => {
    const page = await visit("/admin");
    await page.getByText("npm run worker", { exact: true }).waitFor();
    await mark(page);
    stopWorker = startWorker(app().dataDir);
    await page.getByText(t("admin.jobs.overview.workerAlive"), { exact: true }).waitFor();
    expect(await page.getByText("npm run worker", { exact: true }).count()).toBe(0);
    expect(await isMarked(page)).toBe(true);
  });

  it("signs in, starts a look at the files, and sees it run and end without loading the page anew", async () => {
    const page = await open("/admin/jobs", { app: app().url });
    await page.getByLabel(t("admin.access.signIn.password"), { exact: true }).fill(TEST_PASSWORD);
    await page.keyboard.press("Enter");
    await page.getByRole("navigation", { name: t("admin.shell.heading") }).getByRole("link", { name: t("admin.shell.nav.jobs") }).click();
    await mark(page);
    await button(page, t("admin.jobs.list.verify")).click();
    await page.getByText(t("admin.jobs.result.verify.ok")).waitFor();
    await state(page, "done").waitFor();
    expect(new URL(page.url()).pathname).toBe(`/admin/jobs/${(await jobs("verify"))[0]?.id}`);
    await page.getByRole("link", { name: t("admin.jobs.job.back") }).click();
    await page.getByRole("row", { name: t("admin.jobs.kinds.verify") }).getByText(t("admin.jobs.outcome.verify", { count: 0 })).waitFor();
    expect(await isMarked(page)).toBe(true);
  });

  it("sees a long job come and go on, stops it, and tries it again", async () => {
    const page = await visit("/admin/jobs");
    await mark(page);
    const file = path.join(app().dataDir, "long.csv");
    await writeFile(file, `image_id,caption,language\n${Array.from({ length: MANY }, (_, i) => `${i},boat number ${i} leaves the harbour,en`).join("\n")}\n`);
    await app().ingest([file, "--no-wait"], "long");
    const running = page.getByRole("listitem").filter({ hasText: "long.csv" });
    await running.getByRole("progressbar").waitFor();
    await page.getByRole("navigation").getByText(t("admin.shell.nav.running", { count: 1 })).waitFor({ state: "attached" });
    await running.getByRole("button", { name: t("admin.jobs.job.cancel") }).click();
    await confirm(page);
    const row = page.getByRole("row", { name: "long.csv" });
    await row.getByText(t("admin.jobs.states.cancelled"), { exact: true }).waitFor();
    await running.waitFor({ state: "detached" });

    const stopped = (await row.getByRole("link").textContent()) ?? "";
    await row.getByRole("link").click();
    await page.getByRole("heading", { level: 1, name: stopped, exact: true }).waitFor();
    await page.getByText(t("admin.jobs.job.cancelledNote")).waitFor();
    await button(page, t("admin.jobs.job.retry")).click();
    await soon(() => new URL(page.url()).pathname).toBe(`/admin/jobs/${(await jobs("ingest"))[0]?.id}`);
    await state(page, "running").waitFor();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).not.toBe(stopped);
    await button(page, t("admin.jobs.job.cancel")).click();
    await confirm(page);
    await state(page, "cancelled").waitFor();
    expect(await isMarked(page)).toBe(true);
  });

  it("is kept up to date where events do not come through, too", async () => {
    const page = await open("/admin/jobs", { app: app().url, prepare: (fresh) => Promise.all([signedIn(fresh), fresh.route("**/api/v1/admin/events*", (route) => route.fulfill({ status: 502 }))]) });
    await page.getByText(t("admin.shell.live.polling"), { exact: true }).waitFor();
    const { id } = await session.ask<JobView>("/api/v1/admin/jobs", { method: "POST", body: { kind: "verify", parameters: {} } });
    await page.getByRole("row", { name: `${t("admin.jobs.kinds.verify")} ${id}` }).getByText(t("admin.jobs.states.done"), { exact: true }).waitFor();
  });

  it("narrows the history down, and is told where nothing is like that", async () => {
    const page = await visit("/admin/jobs");
    await page.getByRole("combobox", { name: t("admin.jobs.list.kind") }).selectOption({ label: t("admin.jobs.kinds.verify") });
    await soon(() => new URL(page.url()).search).toBe("?kind=verify");
    await soon(() => page.getByRole("table").getByRole("row").count()).toBe((await jobs("verify")).length + 1);
    await page.getByRole("combobox", { name: t("admin.jobs.list.columns.state") }).selectOption({ label: t("admin.jobs.states.failed") });
    await page.getByText(t("admin.jobs.list.noneMatch")).waitFor();
  });
});

describe("Pages of jobs", () => {
  it("have nothing that axe holds to be serious, wide and narrow, light and dark, and never scroll sideways", async () => {
    const ended = [...(await jobs("verify")), ...(await jobs("ingest"))].map(({ id }) => `/admin/jobs/${id}`);
    for (const address of ["/admin", "/admin/jobs", "/admin/jobs?kind=prune", ...ended.slice(0, 2)]) {
      const page = await visit(address);
      expect(await axeFindings(page), address).toEqual({});
      expect(await page.evaluate(() => document.scrollingElement?.scrollWidth), address).toBe(390);
    }
  });

  it("say that there is no such job", async () => {
    const page = await visit("/admin/jobs/999999");
    await page.getByRole("heading", { name: t("notFound.heading") }).waitFor();
  });
});
