import type { Locator, Page } from "playwright-core";

/** The results on a page: cards of images, or rows of captions. */
export const results = (page: Page): Locator =>
  page.getByRole("main").locator("[data-result]");

/** The link of a result to the page of its image. */
export const imageLink = (result: Locator): Locator => result.locator('a[href^="/images/"]');

/** The parameters of the address. */
export const asked = (page: Page): Record<string, string> => Object.fromEntries(new URL(page.url()).searchParams);
