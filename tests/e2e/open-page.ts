import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import type { Locale } from "@/app/_i18n/locale";
import { launchBrowser } from "../server/browser";
import { PATIENCE } from "./soon";

export interface Visitor extends Omit<BrowserContextOptions, "locale" | "baseURL"> {
  /** What the browser asks for; English unless told. */
  language?: Locale;
  /** The app visited; the shared one unless told. */
  app?: string;
  /** Before the first page is asked for. */
  prepare?: (page: Page) => Promise<unknown>;
}

/**
 * A browser for the tests of a file. Each page opens in a context of its own, as of a person who was never here before. A test in which a page wanted what its policy forbids fails.
 * @returns opens an address and waits until the page answers to keys and clicks
 */
export function usePages({ webgl = true } = {}): (path: string, visitor?: Visitor) => Promise<Page> {
  let browser: Browser | undefined;
  const contexts: BrowserContext[] = [];
  const forbidden: string[] = [];
  beforeAll(async () => {
    browser = await launchBrowser(webgl);
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(forbidden.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
  });
  return async (path, { language = "en", app = inject("baseUrl"), prepare, ...options } = {}) => {
    if (!browser) throw new Error("Pages open within tests only.");
    const context = await browser.newContext({ locale: language === "ja" ? "ja-JP" : "en-GB", baseURL: app, viewport: { width: 1280, height: 800 }, ...options });
    contexts.push(context);
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    page.on("console", (message) => {
      if (message.text().includes("Content Security Policy")) forbidden.push(message.text());
    });
    await prepare?.(page);
    await page.goto(path);
    if (options.javaScriptEnabled !== false) await isReady(page);
    return page;
  };
}

/** Waits until React answers for all that can be acted on: the chosen theme is marked by it, and it knows the elements. */
export async function isReady(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const controls = [...document.querySelectorAll("a[href], button, input, select, summary")].filter((element) => element.checkVisibility());
    const known = (element: Element) => Object.keys(element).some((key) => key.startsWith("__reactProps"));
    return document.querySelector("input[type=radio]:checked") && document.querySelector("main") && !document.querySelector("main [data-skeleton]") && controls.every(known);
  });
  // What React does after showing a page, such as listening to keys, is done two frames later.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))));
}
