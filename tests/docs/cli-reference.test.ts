import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { readNpmScripts } from "@/scripts/cli-reference/npm-scripts";
import { renderReference } from "@/scripts/cli-reference/render-reference";

it("docs/cli.md is what the command definitions say (npm run docs:cli writes it)", async () => {
  expect(await readFile("docs/cli.md", "utf8")).toBe(renderReference(await readNpmScripts()));
});

it("docs/cli.md lists every npm script", async () => {
  const text = await readFile("docs/cli.md", "utf8");
  const { scripts } = JSON.parse(await readFile("package.json", "utf8")) as { scripts: Record<string, string> };
  const missing = Object.keys(scripts).filter((name) => !text.includes(`\`npm run ${name}\``) && !text.includes(`\`npm ${name}\``));
  expect(missing).toEqual([]);
});
