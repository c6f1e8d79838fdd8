import { readFile } from "node:fs/promises";
import path from "node:path";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { usePages } from "./open-page";
import { soon } from "./soon";

const open = usePages();
const axe = await readFile(path.resolve("node_modules/axe-core/axe.min.js"), "utf8");

declare global {
  var axe: { run: (options: RunOptions) => Promise<AxeResults> };
}

/** What axe holds to be serious or critical, as “rule: element”. */
async function violations(page: Page, options: RunOptions): Promise<string[]> {
  const found = await page.evaluate(async (given) => (await globalThis.axe.run(given)).violations, { resultTypes: ["violations"], ...options } as RunOptions);
  return found.filter(({ impact }) => impact === "serious" || impact === "critical").flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

const everything: RunOptions = { rules: { "target-size": { enabled: true } } };
/** All that a theme changes. */
const colours: RunOptions = { runOnly: ["color-contrast"] };
const pages = ["/", "/?q=dog&min=0.55", "/?q=dog&view=captions&min=0.55", "/?like=1&lang=ja&min=0.5", "/?q=dog&min=0.99", "/images/sample/1", "/nowhere"];

describe.each(["en", "ja"] as const)("axe finds nothing serious, in %s,", (language) => {
  it.each(pages)("on %s, wide and narrow, light and dark", async (address) => {
    const page = await open(address, { language, colorScheme: "light", reducedMotion: "reduce" });
    await page.addScriptTag({ content: axe });
    const found: Record<string, string[]> = {};
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      for (const theme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme: theme });
        await soon(() => page.locator("html").getAttribute("data-theme")).toBe(theme);
        found[`${width} ${theme}`] = await violations(page, theme === "light" ? everything : colours);
      }
    }
    expect(found).toEqual({ "1280 light": [], "1280 dark": [], "390 light": [], "390 dark": [] });
  });
});
