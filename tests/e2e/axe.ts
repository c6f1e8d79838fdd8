import { readFile } from "node:fs/promises";
import path from "node:path";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { soon } from "./soon";

const source = await readFile(path.resolve("node_modules/axe-core/axe.min.js"), "utf8");

declare global {
  var axe: { run: (options: RunOptions) => Promise<AxeResults> };
}

const everything: RunOptions = { rules: { "target-size": { enabled: true } } };
/** All that a theme changes. */
const colours: RunOptions = { runOnly: ["color-contrast"] };

/** What axe holds to be serious or critical, as “rule: element”. */
async function violations(page: Page, options: RunOptions): Promise<string[]> {
  const found = await page.evaluate(async (given) => (await globalThis.axe.run(given)).violations, { resultTypes: ["violations"], ...options } as RunOptions);
  return found.filter(({ impact }) => impact === "serious" || impact === "critical").flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** What axe finds on a page, wide and narrow, light and dark, by “width theme”; nothing is found where all is well. */
export async function axeFindings(page: Page): Promise<Record<string, string[]>> {
  await page.addScriptTag({ content: source });
  const found: Record<string, string[]> = {};
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    for (const theme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: theme });
      await soon(() => page.locator("html").getAttribute("data-theme")).toBe(theme);
      const here = await violations(page, theme === "light" ? everything : colours);
      if (here.length > 0) found[`${width} ${theme}`] = here;
    }
  }
  return found;
}
