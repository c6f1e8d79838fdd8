import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeFindings } from "./axe";
import { isReady, usePages, type Visitor } from "./open-page";
import { useOwnApp } from "./own-app";
import { soon } from "./soon";
import { words } from "./words";

const open = usePages();
const app = useOwnApp();
const t = words("en");
const PASSWORD = "eine Katze am Meer";

const visit = (path: string, visitor: Visitor = {}) => open(path, { app: app().url, reducedMotion: "reduce", ...visitor });
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const at = (page: Page) => soon(() => new URL(page.url()).pathname);
const isNarrow = (page: Page) => page.evaluate(() => document.scrollingElement?.scrollWidth === innerWidth);

async function signIn(page: Page, label: string): Promise<void> {
  await field(page, label).fill(PASSWORD);
  await page.keyboard.press("Enter");
  await at(page).toBe("/admin");
}

describe("The door of the administration", () => {
  it("opens by the printed link, once; then by the password, until one signs out", async () => {
    const closed = await visit("/admin");
    await closed.getByRole("heading", { name: t("admin.access.setup.closedHeading") }).waitFor();
    expect(await axeFindings(closed)).toEqual({});

    const link = new URL(await app().setupLink);
    const page = await visit(link.pathname + link.search);
    await field(page, t("admin.access.password.wanted")).fill(PASSWORD);
    await field(page, t("admin.access.password.again")).fill("something else");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText(t("admin.access.fault.notSame")).waitFor();
    expect(await axeFindings(page)).toEqual({});
    await field(page, t("admin.access.password.again")).fill(PASSWORD);
    await page.getByRole("button", { name: t("admin.access.setup.submit") }).click();
    await at(page).toBe("/admin");

    await page.getByRole("button", { name: t("admin.shell.nav.signOut") }).click();
    await at(page).toBe("/admin/sign-in");
    await isReady(page);
    await field(page, t("admin.access.signIn.password")).fill("a wrong password");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText(t("admin.access.fault.wrong")).waitFor();
    expect(await axeFindings(page)).toEqual({});
    await signIn(page, t("admin.access.signIn.password"));

    const late = await visit(link.pathname + link.search);
    await at(late).toBe("/admin/sign-in");
  });
});

describe("The security page", () => {
  it("makes a token that works, shows it once, and revokes it", async () => {
    const page = await visit("/admin/security?before=99999");
    await at(page).toBe("/admin/sign-in");
    await field(page, t("admin.access.signIn.password")).fill(PASSWORD);
    await page.keyboard.press("Enter");
    await at(page).toBe("/admin/security");
    expect(new URL(page.url()).search).toBe("?before=99999");
    await field(page, t("admin.access.tokens.name")).fill("lecture");
    await page.getByRole("button", { name: t("admin.access.tokens.create") }).click();
    const token = await field(page, t("admin.access.tokens.value")).inputValue();
    const asked = () => fetch(`${app().url}/api/v1/admin/session`, { headers: { Authorization: `Bearer ${token}` } }).then(({ status }) => status);
    expect(await asked()).toBe(200);
    expect(await axeFindings(page)).toEqual({});
    expect(await isNarrow(page)).toBe(true);
    await page.reload();
    expect(await page.content()).not.toContain(token);
    await page.getByRole("button", { name: t("admin.access.tokens.revoke") }).click();
    await page.getByRole("dialog").getByRole("button", { name: t("admin.access.tokens.revoke") }).click();
    await soon(asked).toBe(401);
  });

  it("speaks Japanese, and axe finds nothing serious there either", async () => {
    const ja = words("ja");
    const page = await visit("/admin/sign-in", { language: "ja" });
    await signIn(page, ja("admin.access.signIn.password"));
    await page.goto("/admin/security");
    await page.getByRole("heading", { name: ja("admin.access.tokens.heading") }).waitFor();
    expect(await axeFindings(page)).toEqual({});
  });
});
