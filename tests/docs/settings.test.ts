import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";

/** Set by the tools, not by people. */
const INTERNAL = new Set(["NODE_ENV"]);

it("docs/getting-started.md explains every variable that lib/core/env.ts reads, with its default", async () => {
  const source = await readFile("lib/core/env.ts", "utf8");
  const page = await readFile("docs/getting-started.md", "utf8");
  const settings = [...source.matchAll(/^\s+([A-Z][A-Z0-9_]+): .*\.default\((.+)\),$/gm)].map(([, name = "", value = ""]) => ({ name, value: value.replaceAll('"', "") })).filter(({ name }) => !INTERNAL.has(name));
  expect(settings.length).toBeGreaterThan(3);
  for (const { name, value } of settings) expect(page, name).toContain(`| \`${name}\` | \`${value}\` |`);
});

it("docs/getting-started.md names no setting that does not exist", async () => {
  const source = await readFile("lib/core/env.ts", "utf8");
  const page = await readFile("docs/getting-started.md", "utf8");
  const named = new Set([...page.matchAll(/KOTOMAP_[A-Z_]+/g)].map(([name]) => name));
  expect([...named].filter((name) => !source.includes(name))).toEqual([]);
});
